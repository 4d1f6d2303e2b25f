using Microsoft.EntityFrameworkCore;
using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Detection;

/// <summary>Two detectors that see the same lost calls make one card, that of the one that knows more.</summary>
public sealed class OneCardForEachProblemTests : IAsyncLifetime
{
    private Loop _loop = null!;
    private int _calls;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task NoAnswerAtBadHours_IsTheTimingCard_WithItsNumbers()
    {
        for (var day = 0; day < 10; day++)
            await UnansweredMorningAsync(day);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        (card.Kind, card.Cause).ShouldBe((SuggestionKind.Timing, "timing.hours"));
        var change = card.Changes.ShouldHaveSingleItem();
        change.Section.ShouldBe("Calling hours");
        change.Suggested.ShouldMatch(@"^Call between 1\d:00-1\d:00\.");
        change.Reason.En.ShouldContain(" % of the time");
        card.Evidence.SampleCalls.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task GeneralCard_ThatCameFirst_GivesWayToTheSpecificOneAndDoesNotComeBack()
    {
        await _loop.FailedCallsAsync(25);
        var general = await _loop.OpenCardAsync();
        general.Cause.ShouldBe("success.no_answer");

        for (var day = 0; day < 10; day++)
            await UnansweredMorningAsync(day);

        (await _loop.OpenCardAsync()).Cause.ShouldBe("timing.hours");
        (await _loop.CardAsync(general.Id)).Card.Status.ShouldBe(SuggestionStatus.Expired);
        await using var db = await _loop.ContextAsync();
        (await db.Suggestions.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task HangUpsAtOneQuestion_AreOneCardAboutThatField()
    {
        await HangUpsAsync("I'd rather not say. Bye.", 30);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        (card.Kind, card.Cause, card.Field, card.Metric).ShouldBe((SuggestionKind.SuccessRate, "hang_up.at_field", "price", Metric.SuccessRate));
        card.Changes.ShouldHaveSingleItem().Section.ShouldBe("Capture price");
        card.Evidence.SampleCalls.Count.ShouldBe(12);
        card.Evidence.Trend.Sum(day => day.Total).ShouldBe(30);
    }

    [Fact]
    public async Task HangUps_Muted_AreNotProposedUnderTheirGeneralName()
    {
        await HangUpsAsync("I'd rather not say. Bye.", 30);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        await _loop.Get<DetectionEditing>().MuteAsync(card, Loop.Admin);

        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task HangUpsBecauseOfTheTone_AreOneCardAboutTheTone()
    {
        await HangUpsAsync("Why do you keep asking? Goodbye.", 30);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        (card.Kind, card.Cause, card.Evidence.Lost).ShouldBe((SuggestionKind.Tone, "tone.pushy", 30));
        card.Evidence.SampleCalls.Count.ShouldBe(12);
    }

    [Fact]
    public void Findings_OfOneProblem_AreTheSpecificOne_OfTwoSuchTheOneWithMoreCalls()
    {
        Finding General(string cause) => Of(LowSuccessRate.DetectorName, cause, 90) with { IsGeneral = true };

        Finding.OneForEachProblem([General("success.no_answer"), Of("a", "a.x", 10), Of("b", "b.x", 20)]).ShouldHaveSingleItem().Cause.ShouldBe("b.x");
        Finding.OneForEachProblem([General("success.no_answer") with { Problem = "another" }, Of("a", "a.x", 10)]).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(HangUps.TooLong, null, 50)]
    [InlineData("hang_up.opening", null, 10)]
    [InlineData("hang_up.at_field", "price", 30)]
    [InlineData("hang_up.at_field", "postcode", 0)]
    public void LostTo_OneCause_IsWhatWasLostAtItsPoints(string cause, string? field, int lost) =>
        (Of(HangUps.DetectorName, cause, 0) with { Causes = [new("at_field:price", 30), new("talk", 20), new("opening", 10)] }).LostTo(cause, field).ShouldBe(lost);

    private static Finding Of(string detector, string cause, int lost) =>
        new(detector, Metric.SuccessRate, cause, null, 10, 100, lost, 0.5, 0.99, []) { Problem = "same" };

    /// <summary>Calls that end when the agent asks for the price, with those last words.</summary>
    private async Task HangUpsAsync(string last, int count)
    {
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => _loop.Get<CallIntake>().RecordAsync("test", new CallEnded(
            $"left-{Interlocked.Increment(ref _calls)}", "cars", 1, null, CallStatus.Failed, "hung_up", CallEnding.Customer, _loop.Clock.GetUtcNow(), 60, [],
            [
                new CallEnded.Line(Speaker.Agent, "Hello, is this a good moment?", 0), new CallEnded.Line(Speaker.Customer, "Yes.", 2000),
                new CallEnded.Line(Speaker.Agent, "What price do you have in mind?", 4000), new CallEnded.Line(Speaker.Customer, last, 8000),
            ]))));
        await _loop.ProcessAsync();
    }

    /// <summary>A working day's calls: hardly any is answered before noon, and most are after.</summary>
    private async Task UnansweredMorningAsync(int day)
    {
        var midnight = new DateTimeOffset(_loop.Clock.GetUtcNow().Date.AddDays(-12 + day), TimeSpan.Zero);
        foreach (var (hour, answered) in new[] { (9, 0), (10, 0), (11, 1), (13, 3), (14, 4), (15, 3) })
        {
            for (var i = 0; i < 4; i++)
            {
                var success = i < answered;
                await _loop.Get<CallIntake>().RecordAsync("test", new CallEnded(
                    $"timed-{_calls++}", "cars", 1, null, success ? CallStatus.Completed : CallStatus.Failed, success ? null : "no answer",
                    success ? CallEnding.Agent : CallEnding.System, midnight.AddHours(hour), 60, success ? new() { ["price"] = "200" } : [], []));
            }
        }

        await _loop.ProcessAsync();
    }
}
