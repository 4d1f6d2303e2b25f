using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>A card that the console would have made, at the call that made it.</summary>
/// <param name="Calls">All calls that the finding was read from.</param>
public sealed record ReplayedCard(Finding Finding, int Calls, DateTime At);

/// <summary>
/// Takes one project's calls through counting and detection as the console does, looking after every single call: whoever looks
/// often must not find more than there is.
/// </summary>
public sealed class ProjectReplay(IReadOnlyList<ICallDetector> detectors, DetectionOptions options, ImpactOptions impact)
{
    /// <summary>The first card of each problem while the first version is in force.</summary>
    public IReadOnlyList<ReplayedCard> Cards(Scenario scenario)
    {
        var counts = new WindowCounts(TimeSpan.FromDays(options.WindowDays));
        var instructions = InstructionText.Parse(scenario.Instructions);
        var cards = new Dictionary<string, ReplayedCard>();
        var called = detectors.Where(detector => detector is not BestPractice).ToList(); // It reads no call, and is right or wrong without one.
        foreach (var call in scenario.Calls.Where(call => call.InstructionVersion == 1 && call.StartedAt < scenario.End))
        {
            counts.Add(call, scenario.Project.CaptureFields);
            var snapshot = new ProjectSnapshot(
                scenario.Project, instructions, counts.Totals(), call.StartedAt.AddDays(-options.WindowDays), call.StartedAt)
            { Times = counts.Times };
            foreach (var finding in Finding.OneForEachProblem(called.SelectMany(detector => detector.Find(snapshot, options))))
            {
                cards.TryAdd(finding.Problem, new ReplayedCard(finding, snapshot.Totals.Calls, call.StartedAt));
            }
        }

        return [.. cards.Values];
    }

    /// <summary>The measured effect of the second version on <paramref name="metric"/>; null with too few calls on either side.</summary>
    public Effect? Measure(Scenario scenario, DateTime applied, Metric metric, string? field)
    {
        var days = scenario.Calls
            .Where(call => call.InstructionVersion == 1 && call.StartedAt >= applied.AddDays(-impact.BeforeDays) && call.StartedAt < applied)
            .GroupBy(call => call.StartedAt.Date).Select(day => Count(scenario, field, day)).ToList();
        var after = Count(scenario, field, scenario.Calls.Where(call => call.InstructionVersion > 1 && call.StartedAt >= applied));
        var (old, now) = (BaselineReading.Steady(days, metric, impact.MinimumBefore).Rate(metric), after.Rate(metric));
        return old.Total < impact.MinimumBefore || now.Total < impact.MinimumCalls ? null : Effect.Of(old, now);
    }

    private static Baseline Count(Scenario scenario, string? field, IEnumerable<Call> calls)
    {
        var totals = new CallTotals();
        foreach (var (kind, value) in calls.SelectMany(call => CallCounting.Entries(call, scenario.Project.CaptureFields)))
        {
            totals.Add(kind, value, 1);
        }

        return Baseline.Of(totals, field);
    }
}
