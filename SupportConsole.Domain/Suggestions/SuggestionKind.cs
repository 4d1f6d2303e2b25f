namespace SupportConsole.Domain.Suggestions;

public enum SuggestionKind
{
    SuccessRate,
    MissingData,
}
