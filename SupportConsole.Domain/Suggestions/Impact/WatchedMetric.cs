namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Rates that a change must not make worse while it lifts its own.</summary>
public enum WatchedMetric
{
    SuccessRate,
    HangUps,
    Completeness,
}
