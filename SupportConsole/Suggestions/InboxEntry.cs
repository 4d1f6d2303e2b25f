using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Suggestions;

/// <summary>One line of the list. <paramref name="Left"/>: it no longer belongs to this view, and stays until the list is drawn anew.</summary>
public sealed record InboxEntry(SuggestionRow Row, bool Left);
