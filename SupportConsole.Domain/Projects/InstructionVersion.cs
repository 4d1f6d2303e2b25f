namespace SupportConsole.Domain.Projects;

/// <summary>The agent's Instructions at one time: never changed, only followed by a next version.</summary>
public sealed class InstructionVersion
{
    public long Id { get; private set; }

    public long ProjectId { get; private set; }

    public Project? Project { get; init; }

    /// <summary>1, 2, 3, ... within the project.</summary>
    public required int Number { get; init; }

    /// <summary>The whole text as served to the phone agent; sections start with a line "## Name".</summary>
    public required string Text { get; init; }

    /// <summary>Who made it, as the audit names them.</summary>
    public required string Author { get; init; }

    public required string Why { get; init; }

    /// <summary>The card it came from, if it came from one.</summary>
    public long? SuggestionId { get; init; }

    /// <summary>From when it was served (UTC); it ends where the next version starts.</summary>
    public required DateTime ServedFrom { get; init; }
}
