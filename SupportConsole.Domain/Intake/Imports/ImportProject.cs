using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// A project that an import brought calls to, and the capture fields those calls were counted by: undoing takes off exactly what was
/// added, whatever became of the fields since.
/// </summary>
public sealed class ImportProject
{
    public required long ImportId { get; init; }

    public required long ProjectId { get; init; }

    /// <summary>Calls of the import processed from here on were counted by these fields, until the next row of the project.</summary>
    public required DateTime Since { get; init; }

    public required List<CaptureField> Fields { get; init; }
}
