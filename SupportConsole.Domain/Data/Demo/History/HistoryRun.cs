using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Callers;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Data.Demo.Traffic;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Data.Demo.History;

/// <summary>
/// Runs the product over the weeks before today, on a clock of its own: calls are taken in, detected, proposed and judged
/// by the very classes that do so live, and the demo's admin decides now and then. Nothing is written past them.
/// </summary>
public sealed class HistoryRun(
    DemoStories stories, DemoClock clock, HistoryDays days, DemoPeople people, HistoryPeople acts, DemoAgents agents, CallSimulator simulator,
    CallIntake intake, EventPipeline pipeline, ProjectCheck check, ImpactJudging judging)
{
    /// <summary>A third of a day's calls in one commit.</summary>
    public const int BatchSize = 2_000;

    /// <summary>What happened in the last hours is news to whoever signs in.</summary>
    private static readonly TimeSpan News = TimeSpan.FromHours(30);

    public async Task RunAsync(DateTimeOffset now, TextWriter output, CancellationToken cancellation)
    {
        var ticks = days.Ticks(stories.All, now);
        clock.MoveTo(ticks[0]);
        await people.RenewAsync(cancellation);
        var calls = 0;
        var reported = 0;
        for (var i = 0; i < ticks.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            calls += await PlaceAsync(i == 0 ? ticks[0] : ticks[i - 1], ticks[i], now, cancellation);
            clock.MoveTo(ticks[i]);
            while (await pipeline.ProcessAsync(cancellation) > 0)
            {
            }

            await check.SweepAsync(cancellation);
            await judging.MeasureDueAsync(cancellation);
            await acts.ActAsync(now, cancellation);
            if (i * 5 / ticks.Count > reported)
            {
                reported = i * 5 / ticks.Count;
                await output.WriteLineAsync($"  {reported * 20} %, {calls} calls");
            }
        }

        await people.SeeNotificationsAsync((now - News).UtcDateTime, cancellation);
    }

    /// <summary>Records the calls of an interval, on the instructions that were in force through it.</summary>
    private async Task<int> PlaceAsync(DateTimeOffset since, DateTimeOffset to, DateTimeOffset now, CancellationToken cancellation)
    {
        var placed = from agent in await agents.AtWorkAsync(cancellation)
                     from call in days.Calls(agent, since, to, now)
                     orderby call.At
                     select simulator.Call(agent.Story, agent.Fields, agent.Traits, agent.Version, call.Id, call.At, call.Hour);
        clock.MoveTo(to);
        var recorded = await Task.WhenAll(placed.Select(call => intake.RecordAsync(DemoDialer.Source, call, cancellation)).ToList());
        return recorded.Length;
    }
}
