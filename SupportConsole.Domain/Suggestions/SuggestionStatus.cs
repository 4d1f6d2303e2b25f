namespace SupportConsole.Domain.Suggestions;

public enum SuggestionStatus
{
    Pending,
    Accepted,
    Applied,
    Rejected,
    RolledBack,
    Expired,
}

public static class SuggestionStatuses
{
    /// <summary>Pending or accepted: something is still to be done with it.</summary>
    public static bool IsOpen(this SuggestionStatus status) => status is SuggestionStatus.Pending or SuggestionStatus.Accepted;
}
