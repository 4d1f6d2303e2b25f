namespace SupportConsole.Domain.Intake.Imports;

/// <summary>A project that an import brought calls to: it is looked at when the import ends, and when it is undone.</summary>
public sealed class ImportProject
{
    public required long ImportId { get; init; }

    public required long ProjectId { get; init; }
}
