namespace SupportConsole.Domain.Suggestions;

/// <summary>One line of a card's history: its audit row, and what people call the person.</summary>
/// <param name="Who">As the audit names them.</param>
/// <param name="Name">The display name when it was a person, else null.</param>
/// <param name="Action">"suggestion.accepted", ...</param>
/// <param name="Detail">The audit's JSON.</param>
public sealed record SuggestionHistoryEntry(DateTime At, string Who, string? Name, string Action, string Detail);
