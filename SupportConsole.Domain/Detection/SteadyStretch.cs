using MathNet.Numerics;

namespace SupportConsole.Domain.Detection;

/// <summary>
/// The last days over which a rate was one and the same. What a project did before something changed says nothing of how it does
/// now, and an average over both belongs to neither.
/// </summary>
public static class SteadyStretch
{
    /// <summary>
    /// How much better two rates must explain the days than one, as a Bayes factor: 20 is "strong" (Kass and Raftery, Bayes
    /// Factors, 1995), and a steady project is then cut at most one time in twenty.
    /// </summary>
    private const double Strong = 20;

    /// <summary>The index of the first of those days; 0 when it was one rate all along. Fewer than <paramref name="minimum"/> calls since a change are no stretch yet.</summary>
    public static int Start(IReadOnlyList<Rate> days, int minimum)
    {
        var start = 0;
        while (Change(days, start, minimum) is { } change)
        {
            start = change;
        }

        return start;
    }

    /// <summary>Where the rate changed after <paramref name="start"/>, most likely; null when it did not, beyond doubt.</summary>
    private static int? Change(IReadOnlyList<Rate> days, int start, int minimum)
    {
        var all = Sum(days, start, days.Count);
        var (evidence, best, at, since, tried) = (0.0, double.NegativeInfinity, 0, 0, 0);
        for (var (split, early) = (start + 1, days[start]); split < days.Count; early = Plus(early, days[split]), split++)
        {
            var late = new Rate(all.Hits - early.Hits, all.Total - early.Total);
            tried++;
            var factor = Likelihood(early) + Likelihood(late) - Likelihood(all);
            evidence += Math.Exp(factor);
            (best, at, since) = factor > best ? (factor, split, late.Total) : (best, at, since);
        }

        return tried > 0 && evidence / tried >= Strong && since >= minimum ? at : null;
    }

    /// <summary>The logarithm of how likely these calls are when every rate is as likely beforehand.</summary>
    private static double Likelihood(Rate rate) => SpecialFunctions.BetaLn(rate.Hits + 1, rate.Total - rate.Hits + 1);

    private static Rate Sum(IReadOnlyList<Rate> days, int from, int to) =>
        Enumerable.Range(from, to - from).Aggregate(new Rate(0, 0), (sum, day) => Plus(sum, days[day]));

    private static Rate Plus(Rate a, Rate b) => new(a.Hits + b.Hits, a.Total + b.Total);
}
