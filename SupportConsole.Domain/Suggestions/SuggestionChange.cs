namespace SupportConsole.Domain.Suggestions;

/// <summary>One section of the instructions, before and after.</summary>
/// <param name="Current">The section's text when the card was made, or after the card's earlier change of it; null when the section is new.</param>
public sealed record SuggestionChange(string Section, string? Current, string Suggested, string Reason);
