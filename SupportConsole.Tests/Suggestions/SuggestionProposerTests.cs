using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

/// <summary>What becomes of an open card while calls keep coming.</summary>
public sealed class SuggestionProposerTests : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Propose_AnotherCauseLeadsByLittle_KeepsCauseRevisionAndPromise()
    {
        var card = await NotConfirmedCardAsync();

        await _loop.CallsWithoutTranscriptAsync(45);

        var kept = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        (kept.Id, kept.Cause, kept.Revision, kept.Predicted.Points).ShouldBe((card.Id, card.Cause, card.Revision, card.Predicted.Points));
        kept.Evidence.Lost.ShouldBe(40);
        kept.Evidence.Total.ShouldBeInRange(80, 85);
    }

    [Fact]
    public async Task Propose_AnotherCauseLeadsByFar_IsAnotherCardWithItsOwnPromise()
    {
        var card = await NotConfirmedCardAsync();

        await _loop.CallsWithoutTranscriptAsync(80);

        var next = await _loop.OpenCardAsync();
        (next.Cause, next.Id == card.Id).ShouldBe(("missing.unknown", false));
        var old = (await _loop.CardAsync(card.Id)).Card;
        (old.Status, old.Cause, old.Predicted.Points).ShouldBe((SuggestionStatus.Expired, card.Cause, card.Predicted.Points));
    }

    [Fact]
    public async Task Propose_ItsChangeWasMadeByHand_ExpiresTheCardOnce()
    {
        var card = await NotConfirmedCardAsync();
        var text = InstructionChange.Apply(InstructionText.Parse(Loop.Instructions), card.Changes).ToString();
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, text, "by hand", Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromHours(1));

        await _loop.CallsAsync(30, captured: 0);
        await _loop.CallsAsync(30, captured: 0);

        (await _loop.CardAsync(card.Id)).Card.Status.ShouldBe(SuggestionStatus.Expired);
        await using var db = await _loop.ContextAsync();
        (await db.Suggestions.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Propose_AfterAChangeThatDidNotHoldAndWasUndone_RestsBeforeItSaysTheSameAgain()
    {
        var card = await NotConfirmedCardAsync();
        await _loop.Decisions.AcceptAsync(card.Id, null, Loop.Admin);
        await _loop.Decisions.UndoAsync(card.Id, null, Loop.Admin);
        await using (var db = await _loop.ContextAsync())
            await db.Suggestions.ExecuteUpdateAsync(set => set.SetProperty(row => row.MeasureAt, (DateTime?)null).SetProperty(row => row.Verdict, Verdict.NotHeld));

        await _loop.CallsAsync(40, captured: 0);
        _loop.Clock.Advance(TimeSpan.FromDays(13));
        await _loop.CallsAsync(1, captured: 0);
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();

        _loop.Clock.Advance(TimeSpan.FromDays(2));
        await _loop.CallsAsync(1, captured: 0);
        (await _loop.OpenCardAsync()).Cause.ShouldBe(card.Cause);
    }

    [Fact]
    public async Task Propose_RateFellHalfway_PromisesOnTheCallsSinceAndRewritesNoOftenerForIt()
    {
        await DaysAsync(10, captured: 9);
        await DaysAsync(6, captured: 1);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        card.Evidence.Since.ShouldBeTrue();
        card.Evidence.Total.ShouldBeLessThanOrEqualTo(60);
        card.Evidence.WindowTotal.ShouldBeGreaterThan(130);
        card.Evidence.From.ShouldBeGreaterThan(card.Evidence.To.AddDays(-8));
        ((double)card.Evidence.Lost / card.Evidence.Total).ShouldBeGreaterThan(0.8); // Of the window it is not half.

        await _loop.CallsAsync(1, captured: 0);
        var written = (await _loop.CardAsync(card.Id)).Card.Evidence.To;
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(1, captured: 0);
        (await _loop.CardAsync(card.Id)).Card.Evidence.To.ShouldBe(written);
    }

    [Fact]
    public async Task Propose_AtAnEvenPace_WritesTheEvidenceAnewOnceADay()
    {
        await DaysAsync(31, captured: 1);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        await DaysAsync(3, captured: 1);

        (await _loop.CardAsync(card.Id)).Card.Evidence.To.ShouldBeGreaterThan(card.Evidence.To.AddDays(1), "else the card shows last month's calls for ever");
    }

    [Fact]
    public async Task Propose_ProblemCameRightBeforeItWasSeen_MakesNoCard()
    {
        var now = _loop.Clock.GetUtcNow();
        await RecordAsync(now.AddDays(-5), 5, captured: true);
        await RecordAsync(now.AddDays(-15), 10, captured: false);

        await _loop.ProcessAsync();

        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
    }

    /// <summary>Ten calls a day.</summary>
    private async Task DaysAsync(int days, int captured)
    {
        for (var day = 0; day < days; day++)
        {
            await _loop.CallsAsync(10, captured);
            _loop.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    /// <summary>Ten calls a day from then on, that come in only now.</summary>
    private Task<Recorded[]> RecordAsync(DateTimeOffset from, int days, bool captured) => Task.WhenAll(Enumerable.Range(0, 10 * days).Select(i => _loop.Get<CallIntake>().RecordAsync(
        "test", new CallEnded(
            $"late-{captured}-{i}", "cars", null, null, CallStatus.Completed, null, CallEnding.Agent, from.AddDays(i / 10), 90,
            captured ? new() { ["price"] = "200" } : [],
            [new CallEnded.Line(Speaker.Agent, "What price do you have in mind?", 0), new CallEnded.Line(Speaker.Customer, "Around 200 a month.", 4000)]))));

    /// <summary>A card on forty calls that all lack the price because it was not confirmed.</summary>
    private async Task<Suggestion> NotConfirmedCardAsync()
    {
        await _loop.CallsAsync(40, captured: 0);
        return (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
    }
}
