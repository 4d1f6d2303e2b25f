using System.Globalization;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>The hours in which a project's calls are answered most, when some stand out.</summary>
public static class CallingWindow
{
    /// <summary>Hours of a window: short enough to tell hours apart, long enough to place the calls in.</summary>
    private const int Hours = 4;

    /// <summary>First and last hour in which it is decent to call.</summary>
    private const int EarliestHour = 9, LatestHour = 20;

    /// <summary>
    /// How often a project that is answered alike at every hour may be told one all the same. Shared out over the windows,
    /// since the best of many is asked about: each alone may err that much less (Bonferroni).
    /// </summary>
    private const double FalseWindows = 0.05;

    /// <summary>"13:00-17:00" when those hours are answered more than the rest, beyond doubt; else null. Both hold 24 counts, one an hour.</summary>
    /// <param name="minimum">A window with fewer calls, or with fewer beside it, says little.</param>
    public static string? Best(int[] calls, int[] answered, int minimum)
    {
        var starts = Enumerable.Range(EarliestHour, LatestHour - EarliestHour - Hours + 1).ToList();
        var best = starts
            .Select(start => (Start: start, Rate: new Rate(answered[start..(start + Hours)].Sum(), calls[start..(start + Hours)].Sum())))
            .Where(window => window.Rate.Total >= minimum && calls.Sum() - window.Rate.Total >= minimum)
            .Select(window => (window.Start, window.Rate, window.Rate.Interval.Low))
            .OrderByDescending(window => window.Low).FirstOrDefault();
        if (best == default)
        {
            return null;
        }

        var rest = new Rate(answered.Sum() - best.Rate.Hits, calls.Sum() - best.Rate.Total);
        return BetaMath.Difference(best.Rate.Posterior, rest.Posterior).ProbabilityAbove(0) >= 1 - FalseWindows / starts.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{best.Start:00}:00-{best.Start + Hours:00}:00")
            : null;
    }
}
