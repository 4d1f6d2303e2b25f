using SupportConsole.Domain.Projects;

namespace SupportConsole.Projects;

/// <summary>Instructions as a phone system takes them.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Sections">The same text by section; a name is empty for what stands before the first heading.</param>
/// <param name="ServedFrom">Since when this version is in force (UTC).</param>
public sealed record ApiInstructions(
    string ProjectId, int Version, string Text, IReadOnlyList<InstructionSection> Sections, string Author, string Why, long? SuggestionId, DateTime ServedFrom)
{
    public static ApiInstructions Of(string projectId, InstructionVersion version) => new(
        projectId, version.Number, version.Text, InstructionText.Parse(version.Text).Sections, version.Author, version.Why, version.SuggestionId, version.ServedFrom);
}

/// <summary>One line of the history; its text is read by its own address.</summary>
/// <param name="SuggestionId">The card that made it, if one did.</param>
public sealed record ApiVersion(int Version, string Author, string Why, long? SuggestionId, DateTime ServedFrom);

public sealed record ApiVersions(IReadOnlyList<ApiVersion> Versions, string? NextCursor);
