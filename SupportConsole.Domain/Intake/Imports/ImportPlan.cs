using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>How the columns of a file become calls.</summary>
/// <param name="ProjectId">The project (external id) of every line, when no column says it.</param>
public sealed record ImportPlan(IReadOnlyList<ImportColumn> Columns, string? ProjectId, ImportTimes Times)
{
    /// <summary>What a column of captured values begins with: "field:price".</summary>
    public const string FieldPrefix = "field:";

    /// <summary>The parts of a call that a column may be, as the API names them.</summary>
    public static readonly IReadOnlyList<string> Targets =
    [
        "call_id", "project_id", "status", "started_at", "duration_seconds", "failure_reason", "ended_by", "customer_id", "instruction_version", "transcript",
    ];

    /// <summary>Without these no line could be right.</summary>
    private static readonly string[] Required = ["call_id", "status", "started_at", "duration_seconds"];

    public static ImportPlan Empty { get; } = new([], null, ImportTimes.Iso);

    /// <summary>What is missing or said twice, by field.</summary>
    public FieldErrors Check(ImportFormat format)
    {
        var errors = new FieldErrors();
        if (format == ImportFormat.Jsonl)
        {
            return errors;
        }

        var taken = Columns.Select(column => column.Target).OfType<string>().ToList();
        foreach (var target in taken.Distinct())
        {
            errors.AddWhen(!IsTarget(target), target, "No column can be this.", "unknown", target);
            errors.AddWhen(taken.Count(other => other == target) > 1, target, $"More than one column is {target}.", "twice", target);
        }

        foreach (var target in Required.Where(target => !taken.Contains(target)))
        {
            errors.Add(target, $"Say which column is {target}.", "missing", target);
        }

        errors.AddWhen(
            ProjectId is null && !taken.Contains("project_id"), "project_id", "Say which column is project_id, or choose the project of the whole file.", "missing", "project_id");
        return errors;
    }

    /// <summary>Once nobody maps any more: a sample is what a customer said or is called, and the next file's first guess needs none.</summary>
    public ImportPlan WithoutSamples() => this with { Columns = [.. Columns.Select(column => column with { Sample = null })] };

    private static bool IsTarget(string target) =>
        Targets.Contains(target) || (target.StartsWith(FieldPrefix, StringComparison.Ordinal) && target.Length > FieldPrefix.Length);
}

/// <summary>A column of the file.</summary>
/// <param name="Target">What it is; null leaves it out.</param>
/// <param name="Sample">The first value in it that is not empty, while somebody maps.</param>
public sealed record ImportColumn(string Header, string? Target, string? Sample = null);
