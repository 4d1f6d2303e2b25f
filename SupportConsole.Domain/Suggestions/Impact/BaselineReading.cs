using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Reads what a card's effect is compared with: the calls on the old text, as far back as they went as they do now.</summary>
public static class BaselineReading
{
    /// <summary>Calls of versions <paramref name="first"/>..<paramref name="last"/> since <paramref name="from"/>, without those from before the rate last changed; and the day (UTC) of that, if it did.</summary>
    public static async Task<(Baseline Before, DateTime? Since)> ReadAsync(
        SupportDbContext db, Suggestion card, int first, int last, DateTime from, ImpactOptions options, CancellationToken cancellation = default)
    {
        var days = await CallCounting.DailyAsync(db, card.ProjectId, first, last, from, cancellation);
        List<(DateTime Day, Baseline Counts)> counts = [.. days.Select(day => (day.Day, Baseline.Of(day.Totals, card.Field)))];
        var start = Start(counts, card.Metric, options.MinimumBefore);
        return (Sum(counts, start), start == 0 ? null : days[start].Day);
    }

    /// <summary>The sum of the last days over which the rate was one and the same.</summary>
    public static Baseline Steady(IReadOnlyList<(DateTime Day, Baseline Counts)> days, Metric metric, int minimum) => Sum(days, Start(days, metric, minimum));

    private static int Start(IReadOnlyList<(DateTime Day, Baseline Counts)> days, Metric metric, int minimum) =>
        SteadyStretch.Start([.. days.Select(day => (day.Day, day.Counts.Rate(metric)))], minimum);

    private static Baseline Sum(IReadOnlyList<(DateTime Day, Baseline Counts)> days, int start) =>
        days.Skip(start).Aggregate(Baseline.None, (sum, day) => sum + day.Counts);
}
