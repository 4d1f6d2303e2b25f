using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>A card as a line of a list.</summary>
public sealed record SuggestionRow(
    long Id, int Revision, string ProjectExternalId, string ProjectName, SuggestionKind Kind, string Cause, Metric Metric, string? FieldLabel,
    Priority Priority, SuggestionStatus Status, PredictedImpact Predicted, double Worth, DateTime CreatedAt, DateTime? DecidedAt, Verdict? Verdict);

/// <summary>One page of a list; <paramref name="NextCursor"/> is null on the last.</summary>
public sealed record SuggestionPage(IReadOnlyList<SuggestionRow> Rows, string? NextCursor);
