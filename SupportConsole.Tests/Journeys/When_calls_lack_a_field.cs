using Shouldly;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

public sealed class When_calls_lack_a_field
{
    [Fact]
    public async Task A_card_is_accepted_judged_and_undone_to_the_byte()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(40, captured: 12);
        var card = await loop.OpenCardAsync();
        card.Cause.ShouldBe("missing.not_confirmed");
        card.Predicted.Low.ShouldBeLessThan(card.Predicted.Points);
        card.Predicted.High.ShouldBeGreaterThan(card.Predicted.Points);

        var accepted = await loop.Decisions.AcceptAsync(card.Id, card.Revision, Loop.Admin);
        accepted.ShouldBe(new Decision(DecisionOutcome.Done, SuggestionStatus.Applied, 2));
        (await loop.TextAsync()).ShouldContain("repeat it back");

        loop.Clock.Advance(TimeSpan.FromHours(1));
        await loop.CallsAsync(400, captured: 380);
        await loop.Get<ImpactJudging>().MeasureAsync(card.Id);
        var judged = await loop.CardAsync(card.Id);
        judged.Card.Verdict.ShouldBe(Verdict.Held);
        judged.Card.Predicted.ShouldBe(card.Predicted); // what was promised does not follow what came

        (await loop.Decisions.UndoAsync(card.Id, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        (await loop.TextAsync()).ShouldBe(Loop.Instructions);
    }

    [Fact]
    public async Task A_change_that_does_not_help_is_judged_so_and_its_undo_is_measured()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(100, captured: 30);
        var card = await loop.OpenCardAsync();
        await loop.Decisions.AcceptAsync(card.Id, card.Revision, Loop.Admin);

        loop.Clock.Advance(TimeSpan.FromHours(1));
        await loop.CallsAsync(400, captured: 120);
        await loop.Get<ImpactJudging>().MeasureDueAsync();
        (await loop.CardAsync(card.Id)).Card.Verdict.ShouldBe(Verdict.NotHeld);

        await loop.Decisions.UndoAsync(card.Id, null, Loop.Admin);
        loop.Clock.Advance(TimeSpan.FromHours(1));
        await loop.CallsAsync(400, captured: 120);
        await loop.Get<ImpactJudging>().MeasureDueAsync();

        var undo = (await loop.CardAsync(card.Id)).Measurements.Single(row => row.Of == MeasurementOf.Undo);
        (undo.AfterHits, undo.AfterTotal, undo.Verdict, undo.Final).ShouldBe((120, 400, Verdict.Held, true)); // back to where it was
    }

    [Fact]
    public async Task More_calls_add_evidence_to_the_open_card_instead_of_a_twin()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(40, captured: 12);
        var first = await loop.OpenCardAsync();

        await loop.CallsAsync(40, captured: 12);

        var card = (await loop.CardAsync(first.Id)).Card;
        card.Evidence.Total.ShouldBeInRange(76, 80); // written again in steps of 5 %, not for every call
        card.Revision.ShouldBe(first.Revision); // what would be applied is the same, so a decision on it still holds
        card.Predicted.ShouldBe(first.Predicted);
        card.Evidence.SampleCalls.Count.ShouldBe(12);
    }
}
