namespace SupportConsole.Domain.Suggestions;

/// <summary>The lists that cards are shown in.</summary>
public enum SuggestionView
{
    Open,
    Snoozed,
    Applied,
    Judged,
    Undone,
    Rejected,
    Expired,
}
