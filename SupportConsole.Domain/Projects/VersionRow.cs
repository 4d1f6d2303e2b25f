namespace SupportConsole.Domain.Projects;

/// <summary>A version of the instructions as a line of a list.</summary>
/// <param name="Author">As the audit names them.</param>
/// <param name="Name">The display name when the author is a person, else null.</param>
/// <param name="ServedTo">Null while it is in force.</param>
public sealed record VersionRow(
    int Number, string Author, string? Name, string Why, long? SuggestionId, DateTime ServedFrom, DateTime? ServedTo);
