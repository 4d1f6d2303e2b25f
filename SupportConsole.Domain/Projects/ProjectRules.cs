using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Projects;

/// <summary>Limits of what a project may hold; SQLite enforces no lengths, so every writer checks these.</summary>
public static partial class ProjectRules
{
    public const int ExternalIdLength = 100;
    public const int NameLength = 200;
    public const int InstructionsLength = 50_000;
    public const int MaxCaptureFields = 50;
    public const int FieldKeyLength = 60;

    /// <summary>Ids that would hide behind an address of the console: /projects/new makes one.</summary>
    public static bool IsReserved(string? externalId) => string.Equals(externalId, "new", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:-]{0,99}\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    public static partial Regex ExternalIdPattern();

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,59}\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    public static partial Regex FieldKeyPattern();
}
