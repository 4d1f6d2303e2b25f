using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;

namespace SupportConsole.Imports;

/// <summary>What imports are in words.</summary>
public sealed partial class ImportWording(IStringLocalizer<ImportWords> words)
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static Tone Tone(ImportStatus status) => status switch
    {
        ImportStatus.Done => Controls.Tone.Good,
        ImportStatus.DoneWithRejects or ImportStatus.Stopped => Controls.Tone.Warning,
        ImportStatus.Failed => Controls.Tone.Bad,
        ImportStatus.Undone or ImportStatus.Mapping => Controls.Tone.Neutral,
        _ => Controls.Tone.Accent,
    };

    public static string Size(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 1_000 && unit < Units.Length - 1; unit++)
            size /= 1_000;
        return $"{size.ToString(unit == 0 ? "0" : "0.#", CultureInfo.CurrentCulture)} {Units[unit]}";
    }

    public string Status(ImportStatus status) => words[$"Status.{status}"];

    /// <summary>What a column is: "When it started", or the key of a captured value.</summary>
    public string Target(string target) => target.StartsWith(ImportPlan.FieldPrefix, StringComparison.Ordinal)
        ? words["FieldTarget", target[ImportPlan.FieldPrefix.Length..]]
        : words[$"Target.{target}"];

    /// <summary>A field as a fault names it: part of a call, or what the API calls it.</summary>
    public string Field(string field) => words[$"Target.{field}"] is { ResourceNotFound: false } known ? known : field == JsonFields.Whole ? words["WholeLine"] : field;

    /// <summary>What is wrong, in the reader's language where it is one of the usual faults.</summary>
    public string Error(string error) => words[$"Error: {error}"] is { ResourceNotFound: false } known ? known : Numbered(error) ?? error;

    /// <summary>A fault of the mapping.</summary>
    public string Mapping(FieldError fault) => words[$"Mapping.{fault.Kind}", fault.Kind == "unknown" ? fault.About ?? "" : Target(fault.About!)];

    /// <summary>How fast the present run goes and how long it will take: null until that can be said.</summary>
    public string? Pace(Import import, DateTime now)
    {
        var seconds = (now - import.RunSince)?.TotalSeconds ?? 0;
        if (seconds < 1)
            return null;
        var undoing = import.Status == ImportStatus.Undoing;
        var rows = ((undoing ? import.Removed : import.Records) - import.RunFromRecords) / seconds;
        var share = undoing ? Share(import.Removed, import.Landed) : Share(import.BytesRead - import.RunFromBytes, import.Bytes - import.RunFromBytes);
        if (share is <= 0 or >= 1)
            return null;
        var left = TimeSpan.FromSeconds(seconds / share * (1 - share));
        return words["Pace", rows.ToString("N0", CultureInfo.CurrentCulture), left.TotalMinutes < 1 ? words["UnderMinute"].Value : words["Minutes", Math.Ceiling(left.TotalMinutes)].Value];
    }

    /// <summary>A fault that names lines, in the reader's language: its words are known by "{0}" where they stand.</summary>
    private string? Numbered(string error)
    {
        var numbers = new List<object>();
        var form = Number().Replace(error, number =>
        {
            numbers.Add(number.Value);
            return $"{{{numbers.Count - 1}}}";
        });
        return words[$"Error: {form}"] is { ResourceNotFound: false } known ? string.Format(CultureInfo.CurrentCulture, known.Value, [.. numbers]) : null;
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Number();

    private static double Share(long done, long all) => all <= 0 ? 0 : (double)done / all;
}
