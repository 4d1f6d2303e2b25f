using MathNet.Numerics;

namespace SupportConsole.Domain.Detection;

/// <summary>
/// The last days over which a rate was one and the same. What a project did before something changed says nothing of how it does
/// now, and an average over both belongs to neither. That weekends always go otherwise is no change.
/// </summary>
public static class SteadyStretch
{
    /// <summary>
    /// How much better two rates must explain the days than one, as a Bayes factor: 20 is "strong" (Kass and Raftery, Bayes
    /// Factors, 1995), and a steady project is then cut at most one time in twenty.
    /// </summary>
    private const double Strong = 20;

    /// <summary>Spreads by which the same weekdays must differ before and after: 1 % of a normal tail on either side.</summary>
    private const double Clear = 2.58;

    /// <summary>Whether two rates clearly are not one and the same.</summary>
    public static bool Differ(Rate a, Rate b) => Spreads([a], [b]) >= Clear;

    /// <summary>The index of the first of those days; 0 when it was one rate all along. Fewer than <paramref name="minimum"/> calls since a change are no stretch yet.</summary>
    public static int Start(IReadOnlyList<(DateTime Day, Rate Rate)> days, int minimum)
    {
        var start = 0;
        while (start < days.Count && Change(days, start, minimum) is { } change)
        {
            start = change;
        }

        return start;
    }

    /// <summary>Where the rate changed after <paramref name="start"/>, most likely; null when it did not, beyond doubt.</summary>
    private static int? Change(IReadOnlyList<(DateTime Day, Rate Rate)> days, int start, int minimum)
    {
        var (early, late) = (new Rate[7], new Rate[7]);
        foreach (var (day, rate) in days.Skip(start))
        {
            late[(int)day.DayOfWeek] = Plus(late[(int)day.DayOfWeek], rate);
        }

        var one = Likelihood(Sum(late));
        var (evidence, best, at, since, tried) = (0.0, double.NegativeInfinity, 0, 0, 0);
        for (var split = start + 1; split < days.Count; split++)
        {
            var (day, rate) = days[split - 1];
            var weekday = (int)day.DayOfWeek;
            early[weekday] = Plus(early[weekday], rate);
            late[weekday] = new Rate(late[weekday].Hits - rate.Hits, late[weekday].Total - rate.Total);
            tried++;
            if (Spreads(early, late) < Clear)
            {
                continue;
            }

            var factor = Likelihood(Sum(early)) + Likelihood(Sum(late)) - one;
            evidence += Math.Exp(factor);
            (best, at, since) = factor > best ? (factor, split, Sum(late).Total) : (best, at, since);
        }

        return tried > 0 && evidence / tried >= Strong && since >= minimum ? at : null;
    }

    /// <summary>By how many spreads the same weekdays differ (Mantel and Haenszel, JNCI 22, 1959); 0 when no weekday is on both sides.</summary>
    private static double Spreads(Rate[] early, Rate[] late)
    {
        var (over, variance) = (0.0, 0.0);
        foreach (var (before, after) in early.Zip(late))
        {
            double all = before.Total + after.Total, hits = before.Hits + after.Hits;
            if (before.Total > 0 && after.Total > 0)
            {
                over += after.Hits - after.Total * hits / all;
                variance += before.Total * (double)after.Total * hits * (all - hits) / (all * all * (all - 1));
            }
        }

        return variance == 0 ? 0 : Math.Abs(over) / Math.Sqrt(variance);
    }

    /// <summary>The logarithm of how likely these calls are when every rate is as likely beforehand.</summary>
    private static double Likelihood(Rate rate) => SpecialFunctions.BetaLn(rate.Hits + 1, rate.Total - rate.Hits + 1);

    private static Rate Sum(IEnumerable<Rate> rates) => rates.Aggregate(new Rate(0, 0), Plus);

    private static Rate Plus(Rate a, Rate b) => new(a.Hits + b.Hits, a.Total + b.Total);
}
