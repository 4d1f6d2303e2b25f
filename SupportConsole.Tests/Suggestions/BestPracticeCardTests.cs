using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

/// <summary>What a project gets for what its instructions leave out, with and without calls.</summary>
public sealed class BestPracticeCardTests : IAsyncLifetime
{
    private Loop _loop = null!;
    private Project _boats = null!;

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync();
        _boats = (await _loop.Get<ProjectEditing>().CreateAsync(new ProjectDraft("boats", "Boats", null, "en", [], ""), Loop.Admin))!;
        await CheckAsync();
    }

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Check_BlankInstructionsAndNoCall_IsOneCardThatPromisesLittleAndClaimsNoWorth()
    {
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        (card.Kind, card.Fingerprint, card.Changes.Count, card.Worth).ShouldBe((SuggestionKind.BestPractice, $"{_boats.Id}:best_practice", 4, 0));
        card.Predicted.Points.ShouldBeInRange(1, 10);
        card.Predicted.Low.ShouldBeLessThan(card.Predicted.Points);
        card.Predicted.MinutesPer100Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Check_Again_LeavesTheCardAsItWas()
    {
        var card = await _loop.OpenCardAsync();

        await CheckAsync();

        (await _loop.OpenCardAsync()).Revision.ShouldBe(card.Revision);
    }

    [Fact]
    public async Task Accept_OfACardWithoutCalls_IsAppliedAndNotProposedAgain()
    {
        var card = await _loop.OpenCardAsync();

        (await _loop.Decisions.AcceptAsync(card.Id, card.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        await CheckAsync();

        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
        (await _loop.CardAsync(card.Id)).Card.Applied!.Before.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Reject_IsForGood_UntilSomethingElseIsLacking()
    {
        await SaveAsync(1, Loop.GoodPractice.Replace(", and accept a no", "", StringComparison.Ordinal));
        await CheckAsync();
        var card = await _loop.OpenCardAsync();
        card.Cause.ShouldBe("best_practice.refusal");
        await _loop.Decisions.RejectAsync(card.Id, null, RejectReason.NotAProblem, null, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromDays(100));
        await CheckAsync();
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty("it was rejected");

        await SaveAsync(2, "Say your name and why you call. Let the customer finish.");
        await CheckAsync();
        await CheckAsync();

        var next = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        (next.Cause, next.Evidence.Causes.Single().Cause).ShouldBe(("best_practice.one_question", Practices.OneQuestion));
        await using var db = await _loop.ContextAsync();
        (await db.Suggestions.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Reject_NotNow_BringsItBackOnTheDayThatTheCardNames()
    {
        var card = await _loop.OpenCardAsync();
        await _loop.Decisions.RejectAsync(card.Id, null, RejectReason.NotNow, null, Loop.Admin);

        _loop.Clock.Advance(TimeSpan.FromDays(13));
        await CheckAsync();
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();

        _loop.Clock.Advance(TimeSpan.FromDays(2));
        await CheckAsync();
        (await _loop.OpenCardAsync()).Cause.ShouldBe(card.Cause);
    }

    [Fact]
    public async Task Worth_WithCalls_IsLessThanThatOfEvidenceForTheSamePoints()
    {
        await _loop.FailedCallsAsync(30, "boats");

        var cards = (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows;

        cards.Select(card => card.Kind).ShouldBe([SuggestionKind.SuccessRate, SuggestionKind.BestPractice]);
        var again = (await _loop.CardAsync(cards[1].Id)).Card;
        again.Evidence.Total.ShouldBe(30);
    }

    private Task<EditOutcome> SaveAsync(int version, string text) =>
        _loop.Get<ProjectEditing>().SaveInstructionsAsync(_boats.Id, version, text, "by hand", Loop.Admin);

    private Task<int?> CheckAsync() => _loop.Get<ProjectCheck>().CheckAsync(_boats.Id);
}
