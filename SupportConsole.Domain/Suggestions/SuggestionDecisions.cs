using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions;

/// <summary>
/// What a person decides on a card, each in one commit with its audit row. <c>revision</c> is that of the card they saw;
/// with a stale one nothing is done (null, from callers that saw none, decides on the card as it is).
/// </summary>
public sealed class SuggestionDecisions(
    WriteGate gate, SuggestionApplier applier, SuggestionProposer proposer, CallDetection detection,
    IOptionsMonitor<SuggestionOptions> options, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Accepts and applies. When the instructions moved, the card is written anew against them for the person to see first; when its field is gone it expires. One of an archived project is refused.</summary>
    public async Task<Decision> AcceptAsync(long suggestionId, int? revision, Actor actor, CancellationToken cancellation = default)
    {
        var accepted = await DecideAsync(
            suggestionId,
            revision,
            actor,
            async (db, card) =>
            {
                if (card.Status != SuggestionStatus.Pending)
                {
                    return DecisionOutcome.AlreadyDecided;
                }

                if (card.Project!.Status == ProjectStatus.Archived)
                {
                    return DecisionOutcome.TargetMoved;
                }

                var snapshot = detection.Snapshot(db, card.Project);
                if (card.HasLostItsField(card.Project) || !InstructionChange.Fits(snapshot.Instructions, card.Changes))
                {
                    proposer.Rebase(db, card, snapshot);
                    return DecisionOutcome.TargetMoved;
                }

                card.Accept(actor.Name, Now);
                db.Audit(actor, "suggestion.accepted", "suggestion", card.Id, new { card.Cause, card.Field, card.Predicted.Points });
                return DecisionOutcome.Done;
            },
            cancellation);
        if (accepted.Outcome != DecisionOutcome.Done)
        {
            return accepted;
        }

        // The job that applies what was left over may have come between: it is the same acceptance, and it is done.
        var applied = await applier.ApplyAsync(suggestionId, CancellationToken.None);
        return applied.Status == SuggestionStatus.Applied ? applied with { Outcome = DecisionOutcome.Done } : applied;
    }

    public Task<Decision> RejectAsync(
        long suggestionId, int? revision, RejectReason reason, string? comment, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(
            suggestionId,
            revision,
            actor,
            async (db, card) =>
            {
                var decided = await Guarded(
                    card.Reject(reason, comment, actor.Name, Now, await QuietDaysAsync(db, card, reason, cancellation)),
                    () => db.Audit(actor, "suggestion.rejected", "suggestion", card.Id, new { reason, comment }));
                await Standings.RerankAsync(db, card.Cause, cancellation);
                return decided;
            },
            cancellation);

    /// <summary>
    /// Takes a rejection back, or proposes again, as a new card, what was undone. AlreadyDecided when it is neither, or when the
    /// same problem has an open card; TargetMoved when the instructions leave nothing to change; NotSeen when the calls on them show it no more.
    /// </summary>
    public async Task<Decision> ReopenAsync(long suggestionId, int? revision, Actor actor, CancellationToken cancellation = default)
    {
        Suggestion? again = null;
        var decision = await DecideAsync(
            suggestionId,
            revision,
            actor,
            async (db, card) =>
            {
                var twin = await db.Suggestions.AnyAsync(
                    other => other.Fingerprint == card.Fingerprint
                        && (other.Status == SuggestionStatus.Pending || other.Status == SuggestionStatus.Accepted), cancellation);
                if (!twin && card.Status == SuggestionStatus.RolledBack)
                {
                    var snapshot = detection.Snapshot(db, card.Project!);
                    // Nobody looks at what is muted, unless asked for it.
                    var findings = detection.Find(snapshot, card.Project!.Detection with { Muted = [] });
                    (var outcome, again) = await proposer.ProposeAgainAsync(db, card, snapshot, findings, detection.MinimumCalls(snapshot.Project), cancellation);
                    if (again is null)
                    {
                        return outcome;
                    }

                    db.Audit(actor, "suggestion.proposed_again", "suggestion", card.Id, new { card.Cause, Card = again.Id });
                    return DecisionOutcome.Done;
                }

                var reopened = await Guarded(
                    !twin && card.Reopen(Now), () => db.Audit(actor, "suggestion.reopened", "suggestion", card.Id, new { card.Cause }));
                await Standings.RerankAsync(db, card.Cause, cancellation);
                return reopened;
            },
            cancellation);
        return decision with { NewCard = again?.Id };
    }

    /// <summary>Hides a card until then; null shows it again.</summary>
    public Task<Decision> SnoozeAsync(
        long suggestionId, int? revision, DateTime? until, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(
            suggestionId,
            revision,
            actor,
            (db, card) => Guarded(
                card.Snooze(until), () => db.Audit(actor, "suggestion.snoozed", "suggestion", card.Id, new { until })),
            cancellation);

    /// <summary>Takes an applied card back to the byte; TargetMoved when a section it changed was changed again since.</summary>
    public Task<Decision> UndoAsync(long suggestionId, int? revision, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(
            suggestionId,
            revision,
            actor,
            async (db, card) =>
            {
                if (card.Status != SuggestionStatus.Applied)
                {
                    return DecisionOutcome.AlreadyDecided;
                }

                if (await InstructionChange.UndoneTextAsync(db, card, cancellation) is not { } text)
                {
                    return DecisionOutcome.TargetMoved;
                }

                var version = card.Project!.AddVersion(text, actor.Name, $"Undo of card {card.Id}", Now, card.Id);
                db.InstructionVersions.Add(version);
                card.RollBack(version.Number, actor.Name, Now);
                db.Audit(actor, "suggestion.undone", "suggestion", card.Id, new { Project = card.Project.ExternalId, Version = version.Number });
                db.Announce(LiveTopic.Project, card.ProjectId);
                return DecisionOutcome.Done;
            },
            cancellation);

    /// <summary>
    /// How long the problem rests. Each "not a problem" after another doubles it: somebody who says so for the third time should not be
    /// asked a fourth time soon.
    /// </summary>
    private async Task<int> QuietDaysAsync(SupportDbContext db, Suggestion card, RejectReason reason, CancellationToken cancellation)
    {
        var before = reason != RejectReason.NotAProblem ? 0 : await db.Suggestions.CountAsync(
            other => other.Fingerprint == card.Fingerprint && other.RejectReason == RejectReason.NotAProblem && other.Id != card.Id, cancellation);
        return options.CurrentValue.QuietDays(before);
    }

    private static Task<DecisionOutcome> Guarded(bool moved, Action audit)
    {
        if (moved)
        {
            audit();
        }

        return Task.FromResult(moved ? DecisionOutcome.Done : DecisionOutcome.AlreadyDecided);
    }

    private async Task<Decision> DecideAsync(
        long suggestionId, int? revision, Actor actor, Func<SupportDbContext, Suggestion, Task<DecisionOutcome>> decide, CancellationToken cancellation)
    {
        try
        {
            return await gate.WriteAsync(
                async db =>
                {
                    await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                    var card = await db.Suggestions.Include(card => card.Project).SingleOrDefaultAsync(card => card.Id == suggestionId, cancellation);
                    if (card is null)
                    {
                        return new Decision(DecisionOutcome.NotFound);
                    }

                    var stale = revision is not null && card.Revision != revision;
                    var outcome = !stale ? await decide(db, card)
                        : card.Status == SuggestionStatus.Pending ? DecisionOutcome.TargetMoved
                        : DecisionOutcome.AlreadyDecided;
                    if (outcome == DecisionOutcome.Done)
                    {
                        db.Announce(LiveTopic.Suggestion, card.Id);
                    }

                    return new Decision(outcome, card.Status, card.Project!.CurrentVersion);
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node decided between our reading and our commit.
            return new Decision(DecisionOutcome.AlreadyDecided);
        }
    }
}
