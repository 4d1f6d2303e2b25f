using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection.Detectors;

/// <summary>A project whose calls succeed too seldom; the cause is the commonest one among those that instructions can change.</summary>
public sealed class LowSuccessRate : ICallDetector
{
    public const string DetectorName = "low_success_rate";

    public string Name => DetectorName;

    public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
    {
        var totals = snapshot.Totals;
        var rate = new Rate(totals.Completed, totals.Calls);
        var failures = totals.FailuresBesideTone(); // Those are lost to the tone, and the detector of tone speaks of them.
        var certainty = rate.ProbabilityBelow(options.SuccessThreshold);
        if (rate.Total < options.MinimumCalls || certainty < options.Certainty || failures.Count == 0)
        {
            yield break;
        }

        var main = failures.OrderByDescending(cause => cause.Cause != FailureCause.Other).ThenByDescending(cause => cause.Count).First();
        if (main.Count * 5 < totals.Failed)
        {
            // A named cause behind less than a fifth of the failures would mislead: the rest is what the card must speak of.
            main = failures[0];
        }

        yield return new Finding(
            Name, Metric.SuccessRate, "success." + main.Cause, null,
            rate.Hits, rate.Total, main.Count, options.SuccessThreshold, certainty, failures)
        {
            Problem = Problem(main.Cause),
            IsGeneral = true,
        };
    }

    /// <summary>The lost calls as the detectors name them that know more of why they were lost.</summary>
    private static string Problem(string cause) => cause switch
    {
        FailureCause.NoAnswer => cause,
        FailureCause.EarlyHangUp or FailureCause.LateHangUp => HangUps.LostCalls,
        _ => $"{DetectorName}:",
    };
}
