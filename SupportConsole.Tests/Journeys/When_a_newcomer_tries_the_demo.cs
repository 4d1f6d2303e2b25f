using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Data.Demo.Traffic;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.Demo;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

/// <summary>At one call a second, on the demo's own history: what helps is seen to help, what does not is seen not to.</summary>
[Collection(DemoCollection.Name)]
public sealed class When_a_newcomer_tries_the_demo(DemoHistory history) : IAsyncLifetime
{
    private static readonly Actor Admin = new("newcomer");

    private readonly FakeClock _clock = new(DemoHistory.Now);
    private readonly Random _random = new(7);
    private ConsoleHost _host = null!;
    private int _calls;

    public Task InitializeAsync()
    {
        _host = history.Host(_clock);
        _ = _host.Address;
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task The_top_card_is_kept_within_minutes_and_an_undo_is_seen_too()
    {
        var card = await OpenAsync("car-finance-checker");
        (await Decisions.AcceptAsync(card.Id, card.Revision, Admin)).Outcome.ShouldBe(DecisionOutcome.Done);

        (await MinutesToVerdictAsync(card.Id)).ShouldBeLessThanOrEqualTo(5);
        (await CardAsync(card.Id)).Card.Verdict.ShouldBe(Verdict.Held);
        (await CapturedAsync(card, minutes: 5)).ShouldBeGreaterThan(0.7);

        (await Decisions.UndoAsync(card.Id, null, Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        (await CapturedAsync(card, minutes: 5)).ShouldBeLessThan(0.55);
    }

    [Fact]
    public async Task A_card_that_misses_the_true_cause_is_seen_not_to_help()
    {
        var card = await OpenAsync("trial-follow-up");
        await Decisions.AcceptAsync(card.Id, card.Revision, Admin);

        (await MinutesToVerdictAsync(card.Id)).ShouldBeLessThanOrEqualTo(30);
        (await CardAsync(card.Id)).Card.Verdict.ShouldBe(Verdict.NotHeld);
        (await Get<SuggestionQueries>().ListAsync(SuggestionView.Open)).Rows.ShouldNotContain(
            row => row.ProjectExternalId == "trial-follow-up", "what did not help must not be proposed again");
    }

    private SuggestionDecisions Decisions => Get<SuggestionDecisions>();

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private async Task<SuggestionRow> OpenAsync(string project) =>
        (await Get<SuggestionQueries>().ListAsync(SuggestionView.Open)).Rows.Single(row => row.ProjectExternalId == project);

    private async Task<SuggestionDetail> CardAsync(long id) => (await Get<SuggestionQueries>().GetAsync(id))!;

    private async Task<int> MinutesToVerdictAsync(long cardId)
    {
        var minutes = 0;
        for (; minutes < 60 && (await CardAsync(cardId)).Card.Verdict is null; minutes++)
        {
            await MinuteAsync();
            await Get<ImpactJudging>().MeasureDueAsync();
        }

        return minutes;
    }

    /// <summary>The share of completed calls of the next minutes that hold the card's field.</summary>
    private async Task<double> CapturedAsync(SuggestionRow card, int minutes)
    {
        var since = _clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < minutes; i++)
            await MinuteAsync();
        await using var db = await Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var calls = await db.Calls.AsNoTracking().Where(call => call.StartedAt >= since && call.Status == CallStatus.Completed
            && db.Projects.Any(project => project.Id == call.ProjectId && project.ExternalId == card.ProjectExternalId)).ToListAsync();
        return (double)calls.Count(call => call.Has("target_price")) / calls.Count;
    }

    private async Task MinuteAsync()
    {
        for (var second = 0; second < 60; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            (await Get<DemoDialer>().DialAsync($"live-{_calls++}", _random)).ShouldBeTrue();
        }

        while (await Get<EventPipeline>().ProcessAsync() > 0)
        {
        }
    }
}
