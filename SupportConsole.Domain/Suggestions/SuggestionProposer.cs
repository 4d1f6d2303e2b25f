using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
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
    ChangeCatalogue catalogue, EvidenceReading evidence, SteadyReading steady, IOptionsMonitor<SuggestionOptions> options, IOptionsMonitor<ImpactOptions> impact, TimeProvider clock)
{
    /// <summary>What was refused for good and not forgotten since, and what rests a while.</summary>
    private const string Refused =
        """
        SELECT card."Evidence" FROM "Suggestions" AS card WHERE card."Fingerprint" = $1
            AND ((card."Status" = 'Rejected' AND card."QuietUntil" > $2)
                OR ((card."Status" = 'RolledBack' OR (card."Status" = 'Rejected' AND card."RejectReason" IN ('NotAProblem', 'WrongCause')))
                    AND NOT EXISTS (SELECT 1 FROM "RejectionsForgotten" AS forgotten
                        WHERE forgotten."Cause" = card."Cause" AND forgotten."Since" >= card."DecidedAt")))
        """;

    /// <summary>At an even pace a window never grows: what a card says is then written anew once a day.</summary>
    private static readonly TimeSpan OldEvidence = TimeSpan.FromDays(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Proposes, or adds evidence, for each finding; returns how many cards are new.</summary>
    public async Task<int> ProposeAsync(
        SupportDbContext db, ProjectSnapshot snapshot, IReadOnlyList<Finding> findings, CancellationToken cancellation, bool quietly = false)
    {
        var made = 0;
        foreach (var found in findings)
        {
            var fingerprint = $"{snapshot.Project.Id}:{found.Problem}";
            var last = LastCard.Read(db, fingerprint);
            if (Unrefused(db, snapshot, found, last) is not { } finding
                || (last is { IsOpen: true } && await AddEvidenceAsync(db, last, snapshot, finding, cancellation)))
            {
                continue;
            }

            // The calls by day are read last, and only where there is something to change.
            if (!await IsRestingAsync(db, last, finding, cancellation) && !steady.IsGone(snapshot, fingerprint) && Changes(snapshot, finding).Count > 0
                && steady.Read(db, snapshot, finding, fingerprint) is { } now
                && await MakeAsync(db, snapshot, now, fingerprint, cancellation) is { } card)
            {
                Tell(db, card, quietly);
                made++;
            }
        }

        return made;
    }

    /// <summary>Writes an open card's changes anew against the instructions in force; expires it when they leave nothing to change.</summary>
    public void Rebase(SupportDbContext db, Suggestion card, ProjectSnapshot snapshot)
    {
        var changes = card.HasLostItsField(snapshot.Project) ? [] : Changes(snapshot, FindingOf(card, snapshot));
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

    /// <summary>
    /// A new card for what an undone one was about, with changes against the instructions in force and a promise of its own. It stands
    /// on the calls on these instructions; while those are fewer than <paramref name="enough"/>, on those of the undone card.
    /// TargetMoved when there is nothing (more) to change, NotSeen when enough calls show the problem no more.
    /// </summary>
    /// <param name="findings">What is found on the instructions in force.</param>
    public async Task<(DecisionOutcome Outcome, Suggestion? Card)> ProposeAgainAsync(
        SupportDbContext db, Suggestion undone, ProjectSnapshot snapshot, IReadOnlyList<Finding> findings, int enough, CancellationToken cancellation)
    {
        var old = FindingOf(undone, snapshot);
        var isCounted = !old.ReadFromText && Baseline.Of(snapshot.Totals, undone.Field).Rate(undone.Metric).Total >= enough;
        var found = isCounted ? findings.FirstOrDefault(finding => $"{snapshot.Project.Id}:{finding.Problem}" == undone.Fingerprint) : null;
        var now = found is null ? null : steady.Read(db, snapshot, OwnFinding(undone, found, old.Field) ?? found, undone.Fingerprint);
        if (isCounted && now is null)
        {
            return (DecisionOutcome.NotSeen, null);
        }

        var card = undone.HasLostItsField(snapshot.Project) ? null : await MakeAsync(
            db, snapshot, now ?? new SteadyFinding(old, undone.CallsRead, old.Total), undone.Fingerprint, cancellation, now is null ? undone : null);
        if (card is not null)
        {
            db.Announce(LiveTopic.Suggestion, card.Id);
        }

        return (card is null ? DecisionOutcome.TargetMoved : DecisionOutcome.Done, card);
    }

    /// <summary>What a card stands on, as the finding it was made from.</summary>
    private static Finding FindingOf(Suggestion card, ProjectSnapshot snapshot) => new(
        card.Detector, card.Metric, card.Cause, snapshot.Project.CaptureFields.Find(field => field.Key == card.Field),
        card.Evidence.Hits, card.Evidence.Total, card.Evidence.Lost, card.Evidence.Threshold, card.Evidence.Certainty, card.Evidence.Causes)
    {
        ReadFromText = card.Kind == SuggestionKind.BestPractice,
        Facts = card.Evidence.Facts ?? new Dictionary<string, string>(),
    };

    /// <summary>
    /// The finding without what people said no to; null when that leaves nothing. A text does not change by itself, as calls do: what was
    /// refused in it as no problem stays refused, until that is forgotten.
    /// </summary>
    private Finding? Unrefused(SupportDbContext db, ProjectSnapshot snapshot, Finding finding, LastCard? last)
    {
        if (!finding.ReadFromText || last is null)
        {
            return finding;
        }

        var refused = PreparedStatements.Of(db).Rows(Refused, row => row.Json<LastEvidence>(0), last.Fingerprint, SqliteConventions.Text(Now))
            .SelectMany(seen => seen.Causes).Select(cause => cause.Cause).ToHashSet();

        List<string> lacking = [.. finding.Causes.Select(cause => cause.Cause).Where(practice => !refused.Contains(practice))];
        return lacking.Count == 0 ? null : BestPractice.Of(snapshot, lacking);
    }

    /// <summary>Whether the last card for a problem says to leave it alone for now.</summary>
    private async Task<bool> IsRestingAsync(SupportDbContext db, LastCard? last, Finding finding, CancellationToken cancellation) => last switch
    {
        { Status: SuggestionStatus.Applied, Verdict: null } => true,
        _ when finding.ReadFromText => false,
        { Status: SuggestionStatus.RolledBack, MeasureAt: not null } => true,
        { Status: SuggestionStatus.RolledBack, Verdict: not Verdict.Held } => await RestsUntilAsync(db, last, cancellation) > Now,
        { Status: SuggestionStatus.Rejected } => last.QuietUntil > Now,
        _ => false,
    };

    /// <summary>What did not help would not help tomorrow: the rest of a rejection, and twice that for each time it was undone before.</summary>
    private async Task<DateTime> RestsUntilAsync(SupportDbContext db, LastCard undone, CancellationToken cancellation)
    {
        var before = await db.Suggestions.CountAsync(
            card => card.Fingerprint == undone.Fingerprint && card.Status == SuggestionStatus.RolledBack && card.Id < undone.Id, cancellation);
        return undone.RolledBackAt!.Value.AddDays(options.CurrentValue.QuietDays(before));
    }

    /// <summary>
    /// Writes an open card's evidence anew once it has grown enough. False when the card no longer stands (another cause
    /// leads, or its own has nothing left to change) and is expired: another cause is another promise, so another card.
    /// </summary>
    private async Task<bool> AddEvidenceAsync(
        SupportDbContext db, LastCard last, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        if (steady.IsGone(snapshot, last.Fingerprint))
        {
            return true; // It is not seen any more, and expires unless it comes back.
        }

        var held = last.Evidence.WindowTotal;
        var enough = Math.Abs(finding.Total - held) >= Math.Max(1, options.CurrentValue.EvidenceStep * held)
            || snapshot.To - last.Evidence.To >= OldEvidence || (finding.ReadFromText && !finding.Causes.SequenceEqual(last.Evidence.Causes));
        var saysMore = finding.IsGeneral && last.Detector != finding.Detector;
        var waits = last.Status != SuggestionStatus.Pending || !enough || saysMore;
        var now = waits ? null : steady.Read(db, snapshot, finding, last.Fingerprint);
        if (waits || now is not null)
        {
            Suggestion.MarkSeen(db, last, Now);
        }

        if (now is null)
        {
            return true;
        }

        var card = await db.Suggestions.SingleAsync(row => row.Id == last.Id, cancellation);
        db.Announce(LiveTopic.Suggestion, card.Id);
        var own = OwnFinding(card, now.Finding, snapshot.Project.CaptureFields.Find(field => field.Key == card.Field));
        var changes = own is null ? [] : Changes(snapshot, own);
        if (changes.Count == 0)
        {
            card.Expire(Now);
            await db.SaveChangesAsync(cancellation); // A problem has one open card: the next comes after this one is closed.
            return false;
        }

        // More calls may know better what to write ("call between 13:00-17:00").
        if (!changes.Select(Words).SequenceEqual(card.Changes.Select(Words)))
        {
            card.Rebase(snapshot.Project.CurrentVersion, changes);
        }

        card.Evidence = await evidence.ReadAsync(db, snapshot, now with { Finding = own! }, cancellation);
        card.Predicted = card.Predicted with
        {
            CallsToJudge = SuggestionForecast.CallsToJudge(new Rate(own!.Hits, own.Total), card.Predicted.Points / 100, impact.CurrentValue),
        };
        return true;

        // The figures of a reason move with every call; that alone is no other change.
        static (string, string?, string) Words(SuggestionChange change) => (change.Section, change.Current, change.Suggested);
    }

    /// <summary>The finding as it concerns the card's own cause; null when another detector took over, or another cause leads by far.</summary>
    private Finding? OwnFinding(Suggestion card, Finding finding, CaptureField? field)
    {
        if (card.Detector != finding.Detector || (finding.Cause == card.Cause && finding.Field?.Key == card.Field))
        {
            return card.Detector == finding.Detector ? finding : null;
        }

        // What is lost at any point holds the card's own point too; the other way round, a point that is sure says more.
        var lost = finding.LostTo(card.Cause, card.Field);
        var leading = finding.Cause == HangUps.TooLong ? finding.Lost - lost : finding.Lost;
        return lost > 0 && card.Cause != HangUps.TooLong && lost >= options.CurrentValue.CauseShare * leading
            ? finding with { Cause = card.Cause, Field = field, Lost = lost } : null;
    }

    private async Task<Suggestion?> MakeAsync(
        SupportDbContext db, ProjectSnapshot snapshot, SteadyFinding now, string fingerprint, CancellationToken cancellation, Suggestion? again = null)
    {
        var finding = now.Finding;
        var changes = Changes(snapshot, finding);
        if (changes.Count == 0)
        {
            return null;
        }

        var entry = catalogue.For(finding.Cause, finding.Field?.Key, snapshot.Project.Id)!;
        var belief = await OutcomeLedger.BeliefAsync(db, finding.Cause, ChangeCatalogue.Prior(entry), cancellation);
        var predicted = SuggestionForecast.Of(
            finding, now.Calls, belief, await evidence.CallsPerMonthAsync(db, snapshot, cancellation), options.CurrentValue, impact.CurrentValue);
        var worth = finding.ReadFromText ? predicted.LeastMinutesPerMonth : predicted.MinutesPerMonth;
        var standing = (await Standings.ReadAsync(db, [finding.Cause], cancellation))[finding.Cause];
        var card = new Suggestion
        {
            ProjectId = snapshot.Project.Id,
            Kind = SuggestionKinds.Of(finding.Detector),
            Detector = finding.Detector,
            Cause = finding.Cause,
            Metric = finding.Metric,
            Field = finding.Field?.Key,
            FieldLabel = finding.Field?.Label,
            Fingerprint = fingerprint,
            Priority = predicted.Points >= options.CurrentValue.HighPoints ? Priority.High
                : predicted.Points >= options.CurrentValue.MediumPoints ? Priority.Medium : Priority.Low,
            MadeOnVersion = again?.MadeOnVersion ?? snapshot.Project.CurrentVersion,
            TargetVersion = snapshot.Project.CurrentVersion,
            Changes = changes,
            Evidence = again?.Evidence ?? await evidence.ReadAsync(db, snapshot, now, cancellation), // The instructions in force may have no calls yet.
            Predicted = predicted,
            Worth = worth,
            Rank = worth * standing.Factor,
            CreatedAt = Now,
            LastSeenAt = Now,
        };
        db.Suggestions.Add(card);
        await db.SaveChangesAsync(cancellation);
        return card;
    }

    private List<SuggestionChange> Changes(ProjectSnapshot snapshot, Finding finding) => catalogue.For(finding.Cause, finding.Field?.Key, snapshot.Project.Id) is { } entry
        ? ChangeCatalogue.Changes(entry, snapshot.Project.Language, snapshot.Instructions, finding.Field, ProjectFacts.Of(snapshot, finding))
        : [];

    private static void Tell(SupportDbContext db, Suggestion card, bool quietly)
    {
        db.Announce(LiveTopic.Suggestion, card.Id);
        if (quietly)
        {
            return;
        }

        db.Notifications.Add(new Notification
        {
            Kind = Notification.InstructionSuggestion,
            SuggestionId = card.Id,
            Priority = card.Priority,
            CreatedAt = card.CreatedAt,
        });
        db.Announce(LiveTopic.Notification, 0);
    }
}
