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
