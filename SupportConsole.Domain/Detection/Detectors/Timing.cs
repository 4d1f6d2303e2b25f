using System.Globalization;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection.Detectors;

/// <summary>
/// Hours or weekdays that are answered so much more than the rest that calling then would bring back calls. The best of many windows
/// is asked about, so each alone may err that much less (Bonferroni).
/// </summary>
public sealed class Timing : ICallDetector
{
    public const string DetectorName = "timing";

    /// <summary>Spreads over the threshold below which nothing is sure enough: at 2 the chance of less is 0.98, and many windows ask for 0.997.</summary>
    private const double Hopeless = 2;

    public string Name => DetectorName;

    public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
    {
        var found = new[] { CallingWindow.OfHours, CallingWindow.OfWeekdays }.Select(windows => Best(snapshot.Times, windows, options)).OfType<Gain>()
            .OrderByDescending(gain => gain.Calls).ToList();
        if (found is not [var main, ..])
        {
            yield break;
        }

        var totals = snapshot.Totals;
        yield return new Finding(
            Name, Metric.SuccessRate, Cause(main), null, totals.Completed, totals.Calls, main.Calls, options.TimingGain, main.Certainty,
            [.. found.Select(gain => new CauseCount(Cause(gain)[(DetectorName.Length + 1)..], gain.Calls))])
        {
            Problem = FailureCause.NoAnswer,
            Facts = Facts(snapshot.Times, Together(snapshot.Times, found, options)),
        };
    }

    private static string Cause(Gain gain) => $"{DetectorName}.{(gain.Window.IsOfHours ? "hours" : "weekday")}";

    /// <summary>The window that is surest to be answered more, if placing the other calls in it surely brings back enough of them.</summary>
    private static Gain? Best(CallTimes times, IReadOnlyList<CallingWindow> windows, DetectionOptions options)
    {
        var all = times.All;
        var best = windows
            .Select(window => (Window: window, Inside: window.Of(times)))
            .Select(one => (one.Window, one.Inside, Outside: all - one.Inside))
            .Where(one => one.Window.HasEnough(times, one.Inside, one.Outside, options.MinimumCalls))
            .OrderByDescending(one => new Rate(one.Inside.Answered, one.Inside.Calls).SurelyAbove).FirstOrDefault();
        if (best.Window is null || all.Answered == 0 || all.Completed == 0)
        {
            return null;
        }

        // Of calls that are answered more only as many complete as of those that are answered now.
        var worth = (double)best.Outside.Calls / all.Calls * all.Completed / all.Answered;
        var (inside, outside) = (new Rate(best.Inside.Answered, best.Inside.Calls), new Rate(best.Outside.Answered, best.Outside.Calls));
        var over = inside.Value - outside.Value - options.TimingGain / worth;
        if (over < Hopeless * Math.Sqrt(inside.Posterior.Variance + outside.Posterior.Variance))
        {
            return null; // Most checks end here, before the sums that cost.
        }

        var certainty = BetaMath.Difference(inside.Posterior, outside.Posterior).ProbabilityAbove(Math.Min(1, options.TimingGain / worth));
        var needed = 1 - (1 - options.Certainty) / (CallingWindow.OfHours.Count + CallingWindow.OfWeekdays.Count);
        return certainty < needed ? null
            : new Gain(best.Window, (int)Math.Round((inside.Value - outside.Value) * worth * all.Calls), certainty);
    }

    /// <summary>The hours of those weekdays, where calls were made then; else what is surest alone: nothing narrower was measured.</summary>
    private static CallingWindow Together(CallTimes times, IReadOnlyList<Gain> found, DetectionOptions options)
    {
        var both = found.Select(gain => gain.Window).Aggregate((one, other) => one.And(other));
        var inside = both.Of(times);
        return both.HasEnough(times, inside, times.All - inside, options.MinimumCalls) ? both : found[0].Window;
    }

    private static Dictionary<string, string> Facts(CallTimes times, CallingWindow window)
    {
        var inside = window.Of(times);
        return new()
        {
            ["when.en"] = window.Words(dutch: false),
            ["when.nl"] = window.Words(dutch: true),
            ["inside"] = Percent(inside),
            ["outside"] = Percent(times.All - inside),
        };
    }

    private static string Percent(TimedCalls calls) => (100 * new Rate(calls.Answered, calls.Calls).Value).ToString("0", CultureInfo.InvariantCulture);

    /// <param name="Calls">Calls that would complete besides, were all of them placed in the window.</param>
    private sealed record Gain(CallingWindow Window, int Calls, double Certainty);
}
