namespace SupportConsole.Suggestions;

/// <summary>Names the words of suggestions: SuggestionWords.resx (English) and SuggestionWords.nl.resx.</summary>
public sealed class SuggestionWords;
