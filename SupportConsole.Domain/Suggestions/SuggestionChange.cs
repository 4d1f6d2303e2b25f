using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Domain.Suggestions;

/// <summary>One section of the instructions, before and after: in the project's language, with the reason in the reader's.</summary>
/// <param name="Current">The section's text when the card was made, or after the card's earlier change of it; null when the section is new.</param>
public sealed record SuggestionChange(string Section, string? Current, string Suggested, Bilingual Reason);
