using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

public sealed class CallCountingTests : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Totals_OfManyWindowsAtOnce_AreThoseOfEach()
    {
        var from = _loop.Clock.GetUtcNow().UtcDateTime;
        await _loop.CallsAsync(10, captured: 4);
        _loop.Clock.Advance(TimeSpan.FromDays(1));
        await _loop.FailedCallsAsync(3);
        await using var db = await _loop.ContextAsync();

        var totals = await CallCounting.TotalsAsync(db, [
            new(_loop.Project.Id, 1, from, from.AddDays(2)),
            new(_loop.Project.Id, 2, from, from.AddDays(2)),
            new(_loop.Project.Id, 1, from.AddHours(1), from.AddDays(1)),
            new(_loop.Project.Id + 1, 1, from, from.AddDays(2)),
        ]);

        totals.Select(one => (one.Completed, one.Failed, one.MissingTotal("price"))).ShouldBe([(10, 3, 6), (0, 0, 0), (0, 3, 0), (0, 0, 0)]);
    }

    [Fact]
    public async Task Trend_OfACallLateInTheEvening_StandsOnTheDayItWasForThePeopleHere()
    {
        _loop.Clock.SetNow(new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero)); // The third, half past midnight, in Amsterdam.

        await _loop.CallsAsync(40, captured: 0);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        card.Evidence.Trend.ShouldHaveSingleItem().ShouldBe(new DayRate(new DateOnly(2026, 3, 3), 0, card.Evidence.Total));
        card.Predicted.CallsPerMonth.ShouldBe((int)Math.Round(card.Evidence.Total * 30 / 7.0), "one day says little of a month: it is reckoned over a week");
    }

    [Fact]
    public void Entries_OfACallWithoutAnOptionalField_CountItButNotAsLackingData()
    {
        var call = new Call
        {
            Source = "test",
            ExternalId = "1",
            ProjectId = 1,
            Status = CallStatus.Completed,
            StartedAt = default,
            DurationSeconds = 60,
            ReceivedAt = default,
        };

        CallCounting.Entries(call, [new CaptureField("note", "note", Required: false)]).Select(entry => entry.Kind)
            .ShouldBe([CallCountKind.Outcome, CallCountKind.Missing]);
    }

    [Fact]
    public async Task Field_AddedLater_CountsFromThenOnEverywhere()
    {
        await _loop.CallsAsync(40, captured: 40);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CaptureAsync(new CaptureField("price", "price"), new CaptureField("meter", "meter"));
        await _loop.CallsAsync(10, captured: 10);
        var project = (await _loop.Get<ProjectQueries>().GetAsync("cars"))!;
        var calls = _loop.Get<CallQueries>();

        var window = await _loop.Get<ProjectQueries>().WindowAsync(project.Id, 7);
        (window.Total.Asked("price"), window.Total.Asked("meter"), window.Total.Captured("price")).ShouldBe((50, 10, 50));
        (await calls.ListAsync(project, new CallFilter(Missing: "meter"), masked: false)).Rows.Count.ShouldBe(10);
        (await calls.GetAsync(1, masked: false))!.Fields.Single(field => field.Key == "meter").ShouldBe(new CapturedField("meter", "meter", null, true, null, false));
        (await calls.GetAsync(50, masked: false))!.Fields.Single(field => field.Key == "meter").Why.ShouldBe(MissingCause.NotAsked);
    }
}
