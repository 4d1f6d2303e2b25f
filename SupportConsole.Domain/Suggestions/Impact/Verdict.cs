namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>How a promise turned out.</summary>
public enum Verdict
{
    Held,
    NotHeld,
    SideEffect,
    TooLittleData,
}
