using SupportConsole.Domain.Detection;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>A promise and what came of it, as far as it came.</summary>
/// <param name="Apply">Of applying it; null until it is first looked at.</param>
/// <param name="Undo">Of taking it back, when it was.</param>
public sealed record ImpactRow(
    long Id, string ProjectExternalId, string ProjectName, string Cause, Metric Metric, string? Field, string? FieldLabel,
    PredictedImpact Predicted, DateTime AppliedAt, DateTime? JudgedAt, Verdict? Verdict, DateTime? RolledBackAt, string? RolledBackBy,
    ImpactMeasurement? Apply, ImpactMeasurement? Undo);

/// <summary>One page of a list; <paramref name="NextCursor"/> is null on the last.</summary>
public sealed record ImpactSlice(IReadOnlyList<ImpactRow> Rows, string? NextCursor);
