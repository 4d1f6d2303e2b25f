namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Why a line of an import did not land; one for each field that is wrong.</summary>
public sealed class ImportFault
{
    public long Id { get; private set; }

    public required long ImportId { get; init; }

    /// <summary>The line of the file on which the record begins, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>Its call_id, if it has one.</summary>
    public string? ExternalId { get; init; }

    public required string Field { get; init; }

    public required string Error { get; init; }
}
