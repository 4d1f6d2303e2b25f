namespace SupportConsole.Domain.Suggestions;

/// <summary>The whole instructions without and with a card's changes.</summary>
/// <param name="Version">The version that <paramref name="Before"/> is.</param>
/// <param name="After">What the agent gets with the card; null when a section changed since the card was written, so that it does not fit.</param>
public sealed record SuggestionPreview(int Version, string Before, string? After);
