using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>
/// A finding as it stands since the rate last changed. What detection looks at may hold days from before something went wrong, or from
/// before it came right: a promise made of both belongs to neither.
/// </summary>
/// <param name="Calls">All calls that it was read from.</param>
/// <param name="InWindow">What the finding's total was over the whole window.</param>
/// <param name="Since">The first day (UTC) counted; null when the rate never changed and all of the window is.</param>
public sealed record SteadyFinding(Finding Finding, int Calls, int InWindow, DateTime? Since = null)
{
    /// <summary>
    /// The finding over the last days on which its rate was one and the same; null when its problem clearly is no more on those.
    /// </summary>
    /// <param name="detector">The one that found it.</param>
    /// <param name="days">The snapshot's calls by day, in order.</param>
    public static SteadyFinding? Of(
        ICallDetector detector, ProjectSnapshot snapshot, IReadOnlyList<CountedDay> days, Finding finding, DetectionOptions options)
    {
        var whole = new SteadyFinding(finding, snapshot.Totals.Calls, finding.Total);
        if (IsOfTheWindow(finding) || days.Count == 0)
        {
            return whole;
        }

        var start = SteadyStretch.Start([.. days.Select(day => (day.Day, RateOf(finding, day.Totals)))], options.MinimumCalls);
        if (start == 0)
        {
            return whole;
        }

        var (totals, times) = (new CallTotals(), new CallTimes());
        foreach (var day in days.Skip(start))
        {
            day.Totals.Entries.ToList().ForEach(count => totals.Add(count.Kind, count.Value, count.Count));
            times.Add(day.Times);
        }

        var stretch = snapshot with { Totals = totals, Times = times, From = days[start].Day };
        return detector.Find(stretch, Doubting(options)).FirstOrDefault(now => now.Metric == finding.Metric && IsOfTheSameField(now, finding)) is { } now
            && AsNamed(now, finding) is { } own ? new SteadyFinding(own, totals.Calls, finding.Total, stretch.From) : null;
    }

    /// <summary>Hours of the week need many weeks to be told apart, and a text has no rate.</summary>
    private static bool IsOfTheWindow(Finding finding) => finding.ReadFromText || finding.Detector == Timing.DetectorName;

    /// <summary>A field is another problem only where it is one's own rate.</summary>
    private static bool IsOfTheSameField(Finding now, Finding finding) =>
        finding.Metric != Metric.FieldCaptured || now.Field?.Key == finding.Field?.Key;

    private static Rate RateOf(Finding finding, CallTotals totals) => finding is { Metric: Metric.FieldCaptured, Field: { } field }
        ? new Rate(totals.Captured(field.Key), totals.Asked(field.Key))
        : new Rate(totals.Completed, totals.Calls);

    /// <summary>Fires unless the problem is as surely gone as one must surely be there to be found; that the stretch is long enough is known.</summary>
    private static DetectionOptions Doubting(DetectionOptions options)
    {
        var doubting = options.Copy();
        (doubting.Certainty, doubting.MinimumCalls) = (1 - options.Certainty, 1);
        return doubting;
    }

    /// <summary>What is found now under the name that was found over the whole window; null when nothing is lost to that any more.</summary>
    private static Finding? AsNamed(Finding now, Finding finding)
    {
        if (now.Cause == finding.Cause && now.Field?.Key == finding.Field?.Key)
        {
            return now;
        }

        var lost = now.LostTo(finding.Cause, finding.Field?.Key);
        return lost == 0 ? null
            : finding with { Hits = now.Hits, Total = now.Total, Lost = lost, Threshold = now.Threshold, Certainty = now.Certainty, Causes = now.Causes };
    }
}
