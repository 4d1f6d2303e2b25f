using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>
/// Decides on a card as the person at the screen, and says what came of it: a toast with a way back when it was done, a
/// notice when nothing was. Each takes the revision that the person saw.
/// </summary>
public sealed class CardDecisions(
    SuggestionDecisions decisions, SuggestionQueries queries, CurrentActor actor, Toasts toasts, WorkspaceTime time,
    SuggestionWording wording, IStringLocalizer<SuggestionWords> words, ILogger<CardDecisions> log)
{
    private static readonly TimeSpan SameBreath = TimeSpan.FromSeconds(10);

    /// <summary>Accepts and applies it; <paramref name="seen"/> is the card as it was shown.</summary>
    public Task<CardNotice?> AcceptAsync(Suggestion seen, int? revision) => DecideAsync(
        seen,
        who => decisions.AcceptAsync(seen.Id, revision, who),
        done => toasts.Show(words["Done.Applied", done.InstructionVersion!], Tone.Good, () => TakeBackAsync(seen, UndoAsync), about: seen.Id),
        Wish.Accept);

    public Task<CardNotice?> RejectAsync(Suggestion seen, int? revision, RejectReason reason, string? comment) => DecideAsync(
        seen,
        who => decisions.RejectAsync(seen.Id, revision, reason, string.IsNullOrWhiteSpace(comment) ? null : comment.Trim(), who),
        _ => toasts.Show(words["Done.Rejected", wording.Reason(reason)], undo: () => TakeBackAsync(seen, ReopenAsync), about: seen.Id),
        Wish.Reject);

    /// <summary>Hides it until then; null shows it again.</summary>
    public Task<CardNotice?> SnoozeAsync(Suggestion seen, int? revision, DateTime? until) => DecideAsync(
        seen,
        who => decisions.SnoozeAsync(seen.Id, revision, until, who),
        _ => toasts.Show(
            until is null ? words["Done.Shown"] : words["Done.Snoozed", time.DateAndTime(until.Value)],
            undo: () => TakeBackAsync(seen, (card, now) => SnoozeAsync(card, now, seen.SnoozedUntil)), about: seen.Id),
        Wish.Snooze);

    /// <summary>Takes an applied card back to the letter.</summary>
    public Task<CardNotice?> UndoAsync(Suggestion seen, int? revision) => DecideAsync(
        seen,
        who => decisions.UndoAsync(seen.Id, revision, who),
        done => toasts.Show(
            words["Done.Undone", done.InstructionVersion!], Tone.Good, () => TakeBackAsync(seen, ReopenAsync), about: seen.Id, undoWord: words["Act.ProposeAgain"]),
        Wish.Undo);

    /// <summary>Takes a rejection back, or proposes again what was undone: then the toast leads to the new card.</summary>
    public Task<CardNotice?> ReopenAsync(Suggestion seen, int? revision) => DecideAsync(
        seen,
        who => decisions.ReopenAsync(seen.Id, revision, who),
        done => toasts.Show(
            words[done.NewCard is null ? "Done.Reopened" : "Done.ProposedAgain"], Tone.Good, about: seen.Id,
            link: done.NewCard is { } card ? new ToastLink(words["OpenNewCard"], Links.Suggestion(card)) : null),
        Wish.Reopen);

    private async Task<CardNotice?> DecideAsync(Suggestion seen, Func<Actor, Task<Decision>> decide, Action<Decision> done, Wish wish)
    {
        try
        {
            var who = await actor.GetAsync();
            var decision = await decide(who);
            if (decision.Outcome != DecisionOutcome.Done)
                return await SayLateAsync(seen, decision, who, wish) is { } text ? new CardNotice(seen.Id, text) : null;
            done(decision);
            return null;
        }
        catch (AccessDeniedException)
        {
            return new CardNotice(seen.Id, words["Late.NoRole"], Tone.Bad);
        }
        catch (Exception fault) when (wish == Wish.Accept && fault is not OperationCanceledException)
        {
            // Accepting and applying are two commits: when the first holds, saying "not done" would be wrong.
            if (await queries.GetAsync(seen.Id) is not { Card.Status: SuggestionStatus.Accepted })
                throw;
            log.LogError(fault, "Card {Card} is accepted and could not be applied yet", seen.Id);
            return new CardNotice(seen.Id, words["Late.ApplyLater"]);
        }
    }

    private async Task<string?> SayLateAsync(Suggestion seen, Decision decision, Actor who, Wish wish)
    {
        if (decision.Outcome == DecisionOutcome.NotFound || await queries.GetAsync(seen.Id) is not { Card: var card })
            return words["Late.Gone"];
        // The second of two presses of one person: what they wanted is done, and its toast says so.
        if (card.Status == Wanted(wish) && decision.Outcome == DecisionOutcome.AlreadyDecided && who.Name == (card.RolledBackBy ?? card.DecidedBy) && time.UtcNow - CardStory.StateAt(card) < SameBreath)
            return null;
        var version = card.Project!.CurrentVersion;
        LocalizedString text = (decision.Outcome, card.Status, wish) switch
        {
            (DecisionOutcome.NotSeen, _, _) => words["Late.NotSeen", version],
            (DecisionOutcome.TargetMoved, SuggestionStatus.Expired, _) => words["Late.NothingLeft", version],
            (DecisionOutcome.TargetMoved, _, Wish.Reopen) => words["Late.NothingToPropose", version],
            (DecisionOutcome.TargetMoved, _, Wish.Undo) => words["Late.UndoMoved", version],
            (DecisionOutcome.TargetMoved, _, _) when card.TargetVersion != seen.TargetVersion => words["Late.Rewritten", version],
            (_, SuggestionStatus.Pending, _) => words["Late.Changed"],
            (_, SuggestionStatus.Rejected or SuggestionStatus.RolledBack, Wish.Reopen) => words["Late.Twin"],
            _ => words["Late.Other"],
        };
        return text;
    }

    /// <summary>The toast's way back. Its card may be out of sight by then, so what hinders it is said in a toast too.</summary>
    private async Task TakeBackAsync(Suggestion seen, Func<Suggestion, int?, Task<CardNotice?>> back)
    {
        if (await back(seen, null) is { } notice)
            toasts.Show(notice.Text, notice.Tone);
    }

    private static SuggestionStatus Wanted(Wish wish) => wish switch
    {
        Wish.Accept => SuggestionStatus.Applied,
        Wish.Reject => SuggestionStatus.Rejected,
        Wish.Undo => SuggestionStatus.RolledBack,
        _ => SuggestionStatus.Pending,
    };

    private enum Wish { Accept, Reject, Snooze, Undo, Reopen }
}
