using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Callers;
using SupportConsole.Domain.Data.Demo.History;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Domain.Data.Demo.Traffic;

/// <summary>Places one live call: chooses a project, lets its agent call as its instructions say, and reports the call as a phone platform would.</summary>
public sealed class DemoDialer(DemoAgents agents, CallSimulator simulator, HistoryDays days, CallIntake intake, TimeProvider clock)
{
    /// <summary>The source that demo calls are recorded under.</summary>
    public const string Source = "demo";

    /// <summary>False when no project may call now: all of them are paused, archived, or outside their calling hours.</summary>
    public async Task<bool> DialAsync(string callId, Random random, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var atWork = (await agents.AtWorkAsync(cancellation)).Where(agent => agent.Traits.Hours?.Allow(days.TimeOf(now)) ?? true).ToList();
        var mark = random.NextDouble() * atWork.Sum(agent => agent.Story.Share);
        foreach (var agent in atWork)
        {
            mark -= agent.Story.Share;
            if (mark < 0)
            {
                var call = simulator.Call(agent.Story, agent.Fields, agent.Traits, agent.Version, callId, now, days.HourOf(now));
                await intake.RecordAsync(Source, call, cancellation);
                return true;
            }
        }

        return false;
    }
}
