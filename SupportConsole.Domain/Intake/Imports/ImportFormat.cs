namespace SupportConsole.Domain.Intake.Imports;

/// <summary>How the lines of a file are read.</summary>
public enum ImportFormat
{
    /// <summary>Separated values under a header line.</summary>
    Csv,

    /// <summary>A JSON object on each line, as POST /api/calls takes it.</summary>
    Jsonl,
}
