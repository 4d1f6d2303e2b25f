using System.ComponentModel;
using SupportConsole.Domain.Intake.Imports;

namespace SupportConsole.Imports;

/// <summary>An import as the API shows it.</summary>
/// <param name="Records">Records read so far.</param>
/// <param name="Columns">Of CSV: what each column is.</param>
/// <param name="Check">What the last dry run found.</param>
/// <param name="ThinnedAt">When retention first deleted a call of it, or what was said in one: it cannot be undone since.</param>
public sealed record ApiImport(
    long Id, string FileName, ImportFormat Format, string Kind, ImportStatus Status, long Bytes, long BytesRead, long Records, long Landed, long Duplicates, long Rejected,
    long Removed, string? Fault, string? ProjectId, ImportTimes Times, IReadOnlyList<ApiImportColumn> Columns, ImportPreview? Check, string MadeBy, DateTime MadeAt,
    DateTime? StartedAt, DateTime? EndedAt, DateTime? ThinnedAt)
{
    public static ApiImport Of(Import import) => new(
        import.Id, import.FileName, import.Format, import.Kind, import.Status, import.Bytes, import.BytesRead, import.Records, import.Landed, import.Duplicates,
        import.Rejected, import.Removed, import.Fault, import.Plan.ProjectId, import.Plan.Times,
        [.. import.Plan.Columns.Select(column => new ApiImportColumn(column.Header, column.Target))], import.Preview, import.MadeBy, import.MadeAt, import.StartedAt,
        import.EndedAt, import.ThinnedAt);
}

/// <param name="Target">The part of a call that it is, or field:KEY; null when it is left out.</param>
public sealed record ApiImportColumn(string Header, string? Target);

public sealed record ImportList(IReadOnlyList<ApiImport> Imports, string? NextCursor);

/// <summary>Which column is what.</summary>
public sealed class ImportMappingBody
{
    [Description("By the header of the file: call_id, project_id, status, started_at, duration_seconds, failure_reason, ended_by, customer_id, instruction_version, transcript, or field:KEY. Null or not named leaves a column out.")]
    public IReadOnlyDictionary<string, string?>? Columns { get; init; }

    [Description("The project of the whole file, when no column says it.")]
    public string? ProjectId { get; init; }

    [Description("What the times mean: ISO 8601 (without an offset UTC), the workspace's clock, or seconds or milliseconds since 1970.")]
    public ImportTimes? Times { get; init; }
}
