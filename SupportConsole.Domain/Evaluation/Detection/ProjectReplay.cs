using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>A card that the console would have made, at the call that made it.</summary>
/// <param name="Calls">All calls that the finding was read from.</param>
/// <param name="InWindow">What the finding's total was over the whole window.</param>
public sealed record ReplayedCard(Finding Finding, int Calls, int InWindow, DateTime At);

/// <summary>
/// Takes one project's calls through counting and detection as the console does, looking after every single call: whoever looks
/// often must not find more than there is.
/// </summary>
public sealed class ProjectReplay(IEnumerable<ICallDetector> detectors, DetectionOptions options, SuggestionOptions suggestions, ImpactOptions impact)
{
    /// <summary>Best practice reads no call, and is right or wrong without one.</summary>
    private readonly List<ICallDetector> _called = [.. detectors.Where(detector => detector is not BestPractice)];

    /// <summary>
    /// The first card of each problem while the first version is in force, and the one by which a detector that knows more replaced it.
    /// </summary>
    public IReadOnlyList<ReplayedCard> Cards(Scenario scenario)
    {
        var counts = new WindowCounts(options);
        var instructions = InstructionText.Parse(scenario.Instructions);
        var cards = new List<ReplayedCard>();
        var gone = new Dictionary<string, DateTime>();
        foreach (var call in scenario.Calls.Where(call => call.InstructionVersion == 1 && call.StartedAt < scenario.End))
        {
            counts.Add(call, scenario.Project.CaptureFields);
            var snapshot = new ProjectSnapshot(
                scenario.Project, instructions, counts.Totals(), options.WindowStart(call.StartedAt), call.StartedAt)
            { Times = counts.Times };
            foreach (var finding in Finding.OneForEachProblem(_called.SelectMany(detector => detector.Find(snapshot, options))))
            {
                var last = cards.FindLast(card => card.Finding.Problem == finding.Problem);
                if (!IsNew(last, finding) || call.StartedAt - gone.GetValueOrDefault(finding.Problem) < SteadyReading.Pause)
                {
                    continue;
                }

                if (Steady(finding, snapshot, counts.Days()) is { } steady)
                {
                    cards.Add(new ReplayedCard(steady.Finding, steady.Calls, steady.InWindow, call.StartedAt));
                }
                else
                {
                    gone[finding.Problem] = call.StartedAt;
                }
            }
        }

        return cards;
    }

    private SteadyFinding? Steady(Finding finding, ProjectSnapshot snapshot, IReadOnlyList<CountedDay> days) =>
        SteadyFinding.Of(_called.Single(detector => detector.Name == finding.Detector), snapshot, days, finding, options);

    /// <summary>Whether it makes a card beside the last one of its problem: that is replaced once its evidence is written anew and another detector says more.</summary>
    private bool IsNew(ReplayedCard? last, Finding finding) => last is null
        || (last.Finding.Detector != finding.Detector && !finding.IsGeneral
            && Math.Abs(finding.Total - last.InWindow) >= Math.Max(1, suggestions.EvidenceStep * last.InWindow));

    /// <summary>The measured effect of the second version on <paramref name="metric"/>; null with too few calls on either side.</summary>
    public Effect? Measure(Scenario scenario, DateTime applied, Metric metric, string? field)
    {
        var days = scenario.Calls
            .Where(call => call.InstructionVersion == 1 && call.StartedAt >= applied.AddDays(-impact.BeforeDays) && call.StartedAt < applied)
            .GroupBy(call => call.StartedAt.Date).Select(day => (day.Key, Count(scenario, field, day))).ToList();
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
