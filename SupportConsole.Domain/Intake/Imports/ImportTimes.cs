namespace SupportConsole.Domain.Intake.Imports;

/// <summary>What the times in a CSV file mean.</summary>
public enum ImportTimes
{
    /// <summary>ISO 8601; without an offset UTC, as in the API.</summary>
    Iso,

    /// <summary>The clock of the workspace, unless a value has an offset of its own.</summary>
    Local,
    UnixSeconds,
    UnixMilliseconds,
}
