namespace SupportConsole.Domain.Suggestions;

public enum SuggestionSort
{
    /// <summary>What saves most time comes first.</summary>
    Worth,

    /// <summary>Newest first; of judged cards, those judged last.</summary>
    Newest,
}
