using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions;

/// <summary>
/// Turns findings into cards, in the caller's commit. It looks first: an open card for the same problem gains evidence
/// instead of a twin, and a problem that is being measured or was just rejected is left alone.
/// </summary>
public sealed class SuggestionProposer(
    ChangeCatalogue catalogue, ProjectFacts facts, EvidenceReading evidence, IOptionsMonitor<SuggestionOptions> options, IOptionsMonitor<ImpactOptions> impact, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Proposes, or adds evidence, for each finding; returns how many cards are new.</summary>
    public async Task<int> ProposeAsync(
        SupportDbContext db, ProjectSnapshot snapshot, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var made = 0;
        foreach (var finding in findings)
        {
            var fingerprint = $"{snapshot.Project.Id}:{finding.Detector}:{finding.Field?.Key}";
            var last = await db.Suggestions.Where(card => card.Fingerprint == fingerprint)
                .OrderByDescending(card => card.Id).FirstOrDefaultAsync(cancellation);
            if (last is { IsOpen: true } && await AddEvidenceAsync(db, last, snapshot, finding, cancellation))
            {
                continue;
            }

            if (!IsResting(last) && await MakeAsync(db, snapshot, finding, fingerprint, cancellation) is { } card)
            {
                Tell(db, card);
                made++;
            }
        }

        return made;
    }

    /// <summary>Writes an open card's changes anew against the instructions in force; expires it when they leave nothing to change.</summary>
    public async Task RebaseAsync(SupportDbContext db, Suggestion card, ProjectSnapshot snapshot, CancellationToken cancellation)
    {
        var field = snapshot.Project.CaptureFields.Find(field => field.Key == card.Field);
        var causes = card.Evidence.Causes;
        var finding = new Finding(
            card.Detector, card.Metric, card.Cause, field, card.Evidence.Hits, card.Evidence.Total, card.Evidence.Lost,
            card.Evidence.Threshold, card.Evidence.Certainty, causes);
        var changes = card.HasLostItsField(snapshot.Project) ? [] : await ChangesAsync(db, snapshot, finding, cancellation);
        if (changes.Count == 0)
        {
            card.Expire(Now);
        }
        else
        {
            card.Rebase(snapshot.Project.CurrentVersion, changes);
        }

        db.Announce(LiveTopic.Suggestion, card.Id);
    }

    /// <summary>Whether the last card for a problem says to leave it alone for now.</summary>
    private bool IsResting(Suggestion? last) => last switch
    {
        { Status: SuggestionStatus.Applied, Verdict: null } => true,
        { Status: SuggestionStatus.RolledBack, MeasureAt: not null } => true,
        { Status: SuggestionStatus.Rejected } => last.DecidedAt > Now.AddDays(-options.CurrentValue.QuietDaysAfterReject),
        _ => false,
    };

    /// <summary>
    /// Writes an open card's evidence anew once it has grown enough. False when the card no longer stands (another cause
    /// leads, or its own has nothing left to change) and is expired: another cause is another promise, so another card.
    /// </summary>
    private async Task<bool> AddEvidenceAsync(
        SupportDbContext db, Suggestion card, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        card.LastSeenAt = Now;
        var enough = Math.Abs(finding.Total - card.Evidence.Total) >= Math.Max(1, options.CurrentValue.EvidenceStep * card.Evidence.Total);
        if (card.Status != SuggestionStatus.Pending || !enough)
        {
            return true;
        }

        db.Announce(LiveTopic.Suggestion, card.Id);
        var own = OwnFinding(card, finding);
        var changes = own is null ? [] : await ChangesAsync(db, snapshot, own, cancellation);
        if (changes.Count == 0)
        {
            card.Expire(Now);
            await db.SaveChangesAsync(cancellation); // A problem has one open card: the next comes after this one is closed.
            return false;
        }

        // More calls may know better what to write ("call between 13:00-17:00").
        if (!changes.SequenceEqual(card.Changes))
        {
            card.Rebase(snapshot.Project.CurrentVersion, changes);
        }

        card.Evidence = await evidence.ReadAsync(db, snapshot, own!, cancellation);
        card.Predicted = card.Predicted with
        {
            CallsToJudge = SuggestionForecast.CallsToJudge(new Rate(finding.Hits, finding.Total), card.Predicted.Points / 100, impact.CurrentValue),
        };
        return true;
    }

    /// <summary>The finding as it concerns the card's own cause; null when that has fallen too far behind the one that leads now.</summary>
    private Finding? OwnFinding(Suggestion card, Finding finding)
    {
        var own = card.Cause[(card.Cause.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var lost = finding.Causes.Where(cause => cause.Cause == own).Sum(cause => cause.Count);
        return lost > 0 && lost >= options.CurrentValue.CauseShare * finding.Lost ? finding with { Cause = card.Cause, Lost = lost } : null;
    }

    private async Task<Suggestion?> MakeAsync(
        SupportDbContext db, ProjectSnapshot snapshot, Finding finding, string fingerprint, CancellationToken cancellation)
    {
        var changes = await ChangesAsync(db, snapshot, finding, cancellation);
        if (changes.Count == 0)
        {
            return null;
        }

        var entry = catalogue.Find(finding.Cause)!;
        var belief = await OutcomeLedger.BeliefAsync(db, finding.Cause, ChangeCatalogue.Prior(entry), cancellation);
        var predicted = SuggestionForecast.Of(
            finding, snapshot.Totals.Calls, belief, await evidence.CallsPerMonthAsync(db, snapshot, cancellation), options.CurrentValue, impact.CurrentValue);
        var card = new Suggestion
        {
            ProjectId = snapshot.Project.Id,
            Kind = finding.Metric == Metric.SuccessRate ? SuggestionKind.SuccessRate : SuggestionKind.MissingData,
            Detector = finding.Detector,
            Cause = finding.Cause,
            Metric = finding.Metric,
            Field = finding.Field?.Key,
            FieldLabel = finding.Field?.Label,
            Fingerprint = fingerprint,
            Priority = predicted.Points >= options.CurrentValue.HighPoints ? Priority.High
                : predicted.Points >= options.CurrentValue.MediumPoints ? Priority.Medium : Priority.Low,
            TargetVersion = snapshot.Project.CurrentVersion,
            Changes = changes,
            Evidence = await evidence.ReadAsync(db, snapshot, finding, cancellation),
            Predicted = predicted,
            Worth = predicted.MinutesPerMonth,
            CreatedAt = Now,
            LastSeenAt = Now,
        };
        db.Suggestions.Add(card);
        await db.SaveChangesAsync(cancellation);
        return card;
    }

    private async Task<List<SuggestionChange>> ChangesAsync(
        SupportDbContext db, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        if (catalogue.Find(finding.Cause) is not { } entry)
        {
            return [];
        }

        var known = await facts.ForAsync(db, snapshot, finding, cancellation);
        return ChangeCatalogue.Changes(entry, snapshot.Project.Language, snapshot.Instructions, finding.Field, known);
    }

    private static void Tell(SupportDbContext db, Suggestion card)
    {
        db.Notifications.Add(new Notification
        {
            Kind = Notification.InstructionSuggestion,
            SuggestionId = card.Id,
            Priority = card.Priority,
            CreatedAt = card.CreatedAt,
        });
        db.Announce(LiveTopic.Suggestion, card.Id);
        db.Announce(LiveTopic.Notification, 0);
    }
}
