using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Tests.TestSupport;

/// <summary>Cards that no detector had to find, with plausible numbers.</summary>
internal static class Samples
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static Suggestion Card(
        long projectId = 1, string cause = "missing.not_confirmed", string? field = "price", double worth = 210, double points = 31,
        List<SuggestionChange>? changes = null, string? fingerprint = null, DateTime? createdAt = null) => new()
        {
            ProjectId = projectId,
            Kind = cause.StartsWith("success", StringComparison.Ordinal) ? SuggestionKind.SuccessRate
                : cause.StartsWith("best_practice", StringComparison.Ordinal) ? SuggestionKind.BestPractice : SuggestionKind.MissingData,
            Detector = cause.StartsWith("success", StringComparison.Ordinal) ? "low_success_rate" : "missing_data",
            Cause = cause,
            Metric = cause.StartsWith("success", StringComparison.Ordinal) ? Metric.SuccessRate : Metric.FieldCaptured,
            Field = cause.StartsWith("success", StringComparison.Ordinal) ? null : field,
            FieldLabel = cause.StartsWith("success", StringComparison.Ordinal) ? null : field,
            Fingerprint = fingerprint ?? $"{projectId}:{cause}:{field}",
            Priority = Priority.High,
            MadeOnVersion = 1,
            TargetVersion = 1,
            Changes = changes ??
            [
                new("Capture price", "Ask what price they have in mind.", "Ask what price they have in mind.\nRepeat it back.", Both("It is not repeated.")),
                new("Before ending the call", null, "Ask once more.", Both("The last chance.")),
            ],
            Evidence = new SuggestionEvidence(
                64, 160, 0.336, 0.466, 0.7, 0.999, 71, [new CauseCount("not_confirmed", 71), new CauseCount("not_asked", 25)], [11, 12, 13],
                [new DayRate(new DateOnly(2026, 2, 28), 30, 60), new DayRate(new DateOnly(2026, 3, 1), 20, 60), new DayRate(new DateOnly(2026, 3, 2), 14, 40)],
                Now.AddDays(-30), Now),
            Predicted = new PredictedImpact(points, 18, 42, 20, 1050, 120),
            Worth = worth,
            Rank = worth,
            CreatedAt = createdAt ?? Now,
            LastSeenAt = createdAt ?? Now,
        };

    /// <summary>A text that reads the same in both languages.</summary>
    public static Bilingual Both(string text) => new(text, text);
}
