using Microsoft.EntityFrameworkCore;
using Shouldly;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class SuggestionDecisionsTests : IAsyncLifetime
{
    private Loop _loop = null!;
    private SuggestionRow _card = null!;

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync();
        await _loop.CallsAsync(40, captured: 12);
        _card = await _loop.OpenCardAsync();
    }

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Accept_TwoAtOnce_OneIsDoneAndOneIsTold()
    {
        var outcomes = await Task.WhenAll(
            _loop.Decisions.AcceptAsync(_card.Id, _card.Revision, Loop.Admin),
            _loop.Decisions.AcceptAsync(_card.Id, _card.Revision, new Actor("other")));

        outcomes.Select(decision => decision.Outcome).Order().ShouldBe([DecisionOutcome.Done, DecisionOutcome.AlreadyDecided]);
        await using var db = await _loop.ContextAsync();
        (await db.InstructionVersions.CountAsync()).ShouldBe(2);
        (await db.AuditEntries.CountAsync(entry => entry.Action == "suggestion.accepted")).ShouldBe(1);
    }

    [Fact]
    public async Task Accept_OfARevisionThatIsGone_ChangesNothing()
    {
        await _loop.Decisions.SnoozeAsync(_card.Id, _card.Revision, null, Loop.Admin);

        var decision = await _loop.Decisions.AcceptAsync(_card.Id, _card.Revision, Loop.Admin);

        decision.Outcome.ShouldBe(DecisionOutcome.TargetMoved);
        (await _loop.TextAsync()).ShouldBe(Loop.Instructions);
    }

    [Fact]
    public async Task Accept_InstructionsChangedByHand_ShowsTheCardWrittenAnewFirst()
    {
        await EditAsync(1, Loop.Instructions.Replace("Ask what price", "Politely ask what price", StringComparison.Ordinal));

        (await _loop.Decisions.AcceptAsync(_card.Id, _card.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.TargetMoved);
        var rewritten = (await _loop.CardAsync(_card.Id)).Card;
        rewritten.Changes[0].Current.ShouldBe("Politely ask what price they have in mind.");
        rewritten.Revision.ShouldBeGreaterThan(_card.Revision);

        (await _loop.Decisions.AcceptAsync(_card.Id, rewritten.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        (await _loop.TextAsync()).ShouldContain("Politely ask");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Accept_ItsFieldWasRemoved_ExpiresTheCard(bool edited)
    {
        await _loop.CaptureAsync(new CaptureField("name", "name"));
        var text = edited ? Loop.Instructions.Replace("Ask what price", "Politely ask what price", StringComparison.Ordinal) : Loop.Instructions;
        if (edited)
            await EditAsync(1, text);

        (await _loop.Decisions.AcceptAsync(_card.Id, _card.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.TargetMoved);

        (await _loop.CardAsync(_card.Id)).Card.Status.ShouldBe(SuggestionStatus.Expired);
        (await _loop.TextAsync()).ShouldBe(text);
    }

    [Fact]
    public async Task Reopen_OfAnUndoneCard_StandsForItWithANewCardOnce()
    {
        await _loop.Decisions.AcceptAsync(_card.Id, null, Loop.Admin);
        await _loop.Decisions.UndoAsync(_card.Id, null, Loop.Admin);

        (await _loop.Decisions.ReopenAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        (await _loop.Decisions.ReopenAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.AlreadyDecided);

        var again = await _loop.OpenCardAsync();
        again.Id.ShouldNotBe(_card.Id);
        var (first, second) = ((await _loop.CardAsync(_card.Id)).Card, (await _loop.CardAsync(again.Id)).Card);
        (second.MadeOnVersion, second.TargetVersion, second.Evidence.Total, second.Evidence.To).ShouldBe((1, 3, first.Evidence.Total, first.Evidence.To));
        second.Worth.ShouldBe(first.Worth, 0.1, "it is the same promise: version 3 itself has no calls yet");
        (await _loop.Decisions.AcceptAsync(again.Id, again.Revision, Loop.Admin)).InstructionVersion.ShouldBe(4);
        (await _loop.CardAsync(_card.Id)).Card.Status.ShouldBe(SuggestionStatus.RolledBack);
    }

    [Fact]
    public async Task Undo_OtherSectionsChangedSince_TakesBackOnlyItsOwn()
    {
        await _loop.Decisions.AcceptAsync(_card.Id, null, Loop.Admin);
        var applied = await _loop.TextAsync();
        await EditAsync(2, applied.Replace("Say hello.", "Say hello warmly.", StringComparison.Ordinal));

        (await _loop.Decisions.UndoAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);

        (await _loop.TextAsync()).ShouldBe(Loop.Instructions.Replace("Say hello.", "Say hello warmly.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Undo_ItsOwnSectionChangedSince_IsRefused()
    {
        await _loop.Decisions.AcceptAsync(_card.Id, null, Loop.Admin);
        var edited = (await _loop.TextAsync()).Replace("repeat it back", "say it again", StringComparison.Ordinal);
        await EditAsync(2, edited);

        (await _loop.Decisions.UndoAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.TargetMoved);
        (await _loop.TextAsync()).ShouldBe(edited);
    }

    [Fact]
    public async Task Reject_ThenMoreOfTheSame_StaysQuietUntilItIsTakenBack()
    {
        await _loop.Decisions.RejectAsync(_card.Id, _card.Revision, RejectReason.NotAProblem, "We know it from the dealer.", Loop.Admin);
        await _loop.CallsAsync(60, captured: 10);
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();

        (await _loop.Decisions.ReopenAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        (await _loop.OpenCardAsync()).Id.ShouldBe(_card.Id);
    }

    [Fact]
    public async Task ProposeAgain_WhereTheCallsAreFineByNow_SaysSoAndMakesNoCard()
    {
        await UndoneAsync();
        await _loop.CallsAsync(100, captured: 100);

        (await _loop.Decisions.ReopenAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.NotSeen);

        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task ProposeAgain_WithCallsOnTheVersionInForce_StandsOnThem()
    {
        await UndoneAsync();
        await _loop.CallsAsync(60, captured: 6);

        (await _loop.Decisions.ReopenAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        (card.Evidence.Hits, card.Evidence.Total, card.MadeOnVersion).ShouldBe((6, 60, 3));
    }

    [Fact]
    public async Task ProposeAgain_RightAfterTheUndo_StandsOnWhatTheUndoneCardStoodOn()
    {
        await UndoneAsync();

        (await _loop.Decisions.ReopenAsync(_card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        (card.Evidence.Hits, card.Evidence.Total, card.MadeOnVersion).ShouldBe((12, 40, 1));
    }

    [Fact]
    public async Task Reopen_LongAfterTheFinding_OutlivesTheNextSweep()
    {
        await _loop.Decisions.RejectAsync(_card.Id, _card.Revision, RejectReason.NotNow, null, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromDays(40));
        await _loop.Decisions.ReopenAsync(_card.Id, null, Loop.Admin);

        await _loop.Get<ProjectCheck>().SweepAsync();

        (await _loop.OpenCardAsync()).Id.ShouldBe(_card.Id);
    }

    [Fact]
    public async Task Snooze_UntilTomorrow_HidesItUntilThen()
    {
        await _loop.Decisions.SnoozeAsync(_card.Id, _card.Revision, _loop.Clock.GetUtcNow().UtcDateTime.AddDays(1), Loop.Admin);
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
        (await _loop.Cards.ListAsync(SuggestionView.Snoozed)).Rows.ShouldHaveSingleItem();

        _loop.Clock.Advance(TimeSpan.FromDays(2));
        await _loop.OpenCardAsync();
    }

    [Fact]
    public async Task Sweep_FindingGoneForAWeek_ExpiresTheCard()
    {
        _loop.Clock.Advance(TimeSpan.FromHours(2));
        await _loop.CallsAsync(900, captured: 900);
        _loop.Clock.Advance(TimeSpan.FromDays(8));

        await _loop.Get<ProjectCheck>().SweepAsync();

        (await _loop.CardAsync(_card.Id)).Card.Status.ShouldBe(SuggestionStatus.Expired);
    }

    [Theory]
    [InlineData(ProjectStatus.Active, SuggestionStatus.Expired)]
    [InlineData(ProjectStatus.Paused, SuggestionStatus.Pending)]
    [InlineData(ProjectStatus.Archived, SuggestionStatus.Pending)]
    public async Task Sweep_NotSeenForAWeek_ExpiresOnlyWhereSomebodyLooked(ProjectStatus status, SuggestionStatus expected)
    {
        await _loop.Get<ProjectEditing>().MoveAsync(_loop.Project.Id, status, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromDays(40)); // The calls have left the window.

        await _loop.Get<ProjectCheck>().SweepAsync();

        (await _loop.CardAsync(_card.Id)).Card.Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Archive_OfItsProject_HidesTheCardAndRefusesItUntilItIsTakenUpAgain()
    {
        await _loop.Get<ProjectEditing>().MoveAsync(_loop.Project.Id, ProjectStatus.Archived, Loop.Admin);

        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
        (await _loop.Cards.CountsAsync())[SuggestionView.Open].ShouldBe(0);
        (await _loop.Cards.FindAsync([("car", [])], 10)).ShouldBeEmpty();
        (await _loop.Get<OpenCardCounts>().ReadAsync([_loop.Project.Id])).ShouldBeEmpty();
        (await _loop.Cards.RowsAsync([_card.Id])).ShouldHaveSingleItem().IsIn(SuggestionView.Open, _loop.Clock.GetUtcNow().UtcDateTime).ShouldBeFalse();
        (await _loop.Decisions.AcceptAsync(_card.Id, _card.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.TargetMoved);

        await _loop.Get<ProjectEditing>().MoveAsync(_loop.Project.Id, ProjectStatus.Active, Loop.Admin);
        (await _loop.Decisions.AcceptAsync(_card.Id, _card.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
    }

    [Fact]
    public async Task Archive_WhileSnoozed_LeavesNothingToWakeFor()
    {
        await _loop.Decisions.SnoozeAsync(_card.Id, _card.Revision, _loop.Clock.GetUtcNow().UtcDateTime.AddDays(1), Loop.Admin);
        await _loop.Get<ProjectEditing>().MoveAsync(_loop.Project.Id, ProjectStatus.Archived, Loop.Admin);

        (await _loop.Cards.ListAsync(SuggestionView.Snoozed)).Rows.ShouldBeEmpty();
        (await _loop.Cards.NextWakeAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Accept_BySomebodyWhoseRoleWasTaken_IsRefused()
    {
        await Should.ThrowAsync<AccessDeniedException>(() => _loop.Decisions.AcceptAsync(_card.Id, null, new Actor("gone", PersonId: 4711)));
        (await _loop.CardAsync(_card.Id)).Card.Status.ShouldBe(SuggestionStatus.Pending);
    }

    private async Task UndoneAsync()
    {
        await _loop.Decisions.AcceptAsync(_card.Id, null, Loop.Admin);
        await _loop.Decisions.UndoAsync(_card.Id, null, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
    }

    private async Task EditAsync(int expected, string text) =>
        (await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, expected, text, "by hand", Loop.Admin)).ShouldBe(EditOutcome.Done);
}
