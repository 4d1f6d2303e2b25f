namespace SupportConsole.Suggestions;

/// <summary>A project that the list can be narrowed to.</summary>
internal sealed record SuggestionProject(long Id, string ExternalId, string Name);
