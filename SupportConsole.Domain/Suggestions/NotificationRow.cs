using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>A notification with what is needed to word it; its card is as it is now.</summary>
/// <param name="ActualPoints">The measured effect, once there is one.</param>
public sealed record NotificationRow(
    long Id, string Kind, Priority Priority, DateTime CreatedAt, long SuggestionId, SuggestionStatus Status, string ProjectExternalId, string ProjectName,
    string Cause, Metric Metric, string? Field, string? FieldLabel, int Changes, PredictedImpact Predicted, Verdict? Verdict, double? ActualPoints);

/// <summary>One page; <paramref name="Next"/> is null on the last.</summary>
public sealed record NotificationPage(IReadOnlyList<NotificationRow> Rows, long? Next);
