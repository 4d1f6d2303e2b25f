using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Reads what a card's effect is compared with: the calls on the old text, as far back as they went as they do now.</summary>
public static class BaselineReading
{
    /// <summary>
    /// Calls of versions <paramref name="first"/>..<paramref name="last"/> since <paramref name="from"/>, without those from before the rate last changed; and the day (UTC)
    /// of that, if it did. It may have changed within a day, with a version: earlier ones on which it clearly was another are left out.
    /// </summary>
    public static async Task<(Baseline Before, DateTime? Since)> ReadAsync(
        SupportDbContext db, Suggestion card, int first, int last, DateTime from, ImpactOptions options, CancellationToken cancellation = default)
    {
        first = await FirstLikeAsync(db, card, first, last, from, options.MinimumBefore, cancellation);
        var days = await CallCounting.DailyAsync(db, card.ProjectId, first, last, from, cancellation);
        List<(DateTime Day, Baseline Counts)> counts = [.. days.Select(day => (day.Day, Baseline.Of(day.Totals, card.Field)))];
        var start = Start(counts, card.Metric, options.MinimumBefore);
        return (Sum(counts, start), start == 0 ? null : days[start].Day);
    }

    /// <summary>The first of the versions up to <paramref name="last"/> whose rate is not clearly another than on those after it.</summary>
    private static async Task<int> FirstLikeAsync(
        SupportDbContext db, Suggestion card, int first, int last, DateTime from, int minimum, CancellationToken cancellation)
    {
        if (first == last)
        {
            return first;
        }

        var windows = Enumerable.Range(first, last - first + 1).Reverse().Select(version => new VersionWindow(card.ProjectId, version, from, db.Now)).ToList();
        var like = last;
        var sum = new Rate(0, 0);
        foreach (var (window, totals) in windows.Zip(await CallCounting.TotalsAsync(db, windows, cancellation)))
        {
            var rate = Baseline.Of(totals, card.Field).Rate(card.Metric);
            if (sum.Total >= minimum && SteadyStretch.Differ(rate, sum))
            {
                break;
            }

            (like, sum) = (window.Version, new Rate(sum.Hits + rate.Hits, sum.Total + rate.Total));
        }

        return like;
    }

    /// <summary>The sum of the last days over which the rate was one and the same.</summary>
    public static Baseline Steady(IReadOnlyList<(DateTime Day, Baseline Counts)> days, Metric metric, int minimum) => Sum(days, Start(days, metric, minimum));

    private static int Start(IReadOnlyList<(DateTime Day, Baseline Counts)> days, Metric metric, int minimum) =>
        SteadyStretch.Start([.. days.Select(day => (day.Day, day.Counts.Rate(metric)))], minimum);

    private static Baseline Sum(IReadOnlyList<(DateTime Day, Baseline Counts)> days, int start) =>
        days.Skip(start).Aggregate(Baseline.None, (sum, day) => sum + day.Counts);
}
