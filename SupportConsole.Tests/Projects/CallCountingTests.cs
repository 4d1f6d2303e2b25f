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
    public async Task Trend_OfACallLateInTheEvening_StandsOnTheDayItWasForThePeopleHere()
    {
        _loop.Clock.SetNow(new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero)); // The third, half past midnight, in Amsterdam.

        await _loop.CallsAsync(40, captured: 0);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        card.Evidence.Trend.ShouldHaveSingleItem().ShouldBe(new DayRate(new DateOnly(2026, 3, 3), 0, card.Evidence.Total));
        card.Predicted.CallsPerMonth.ShouldBe(card.Evidence.Total * 30);
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
}
