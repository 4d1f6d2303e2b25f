using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>The counts a change is judged by, over one set of calls.</summary>
/// <param name="WithMissing">Completed calls that lack any required field.</param>
/// <param name="FieldCaptured">Completed calls that hold the card's own field; 0 when it is about none.</param>
/// <param name="FieldMissing">Completed calls that lack it.</param>
public sealed record Baseline(int Completed, int Failed, int WithMissing, int HangUps, int FieldCaptured, int FieldMissing)
{
    public static readonly Baseline None = new(0, 0, 0, 0, 0, 0);

    public int Calls => Completed + Failed;

    public static Baseline operator +(Baseline a, Baseline b) => new(
        a.Completed + b.Completed, a.Failed + b.Failed, a.WithMissing + b.WithMissing, a.HangUps + b.HangUps,
        a.FieldCaptured + b.FieldCaptured, a.FieldMissing + b.FieldMissing);

    public static Baseline Of(CallTotals totals, string? field) =>
        new(
            totals.Completed, totals.Failed, totals.WithMissing, totals.HangUps,
            field is null ? 0 : totals.Captured(field), field is null ? 0 : totals.MissingTotal(field));

    /// <summary>The rate that a card means to lift.</summary>
    public Rate Rate(Metric metric) => metric switch
    {
        Metric.SuccessRate => new Rate(Completed, Calls),
        Metric.FieldCaptured => new Rate(FieldCaptured, FieldCaptured + FieldMissing),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    /// <summary>A watched rate, as a share that should not fall.</summary>
    public Rate Rate(WatchedMetric metric) => metric switch
    {
        WatchedMetric.SuccessRate => new Rate(Completed, Calls),
        WatchedMetric.HangUps => new Rate(Calls - HangUps, Calls),
        WatchedMetric.Completeness => new Rate(Completed - WithMissing, Completed),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };
}
