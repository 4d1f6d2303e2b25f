using System.Globalization;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Turns the values of a CSV line into a call. Names of states and speakers are taken in English and Dutch, as exports write them.</summary>
internal sealed class CsvCalls
{
    private static readonly Dictionary<string, CallStatus> Statuses = Names<CallStatus>(
        (CallStatus.Completed, "completed complete success successful succeeded answered voltooid geslaagd gelukt"),
        (CallStatus.Failed, "failed fail failure unsuccessful mislukt gefaald"));

    private static readonly Dictionary<string, CallEnding> Endings = Names<CallEnding>(
        (CallEnding.Customer, "customer klant caller user human"),
        (CallEnding.Agent, "agent assistant ai bot assistent"),
        (CallEnding.System, "system systeem"));

    private readonly int[] _at;
    private readonly (string Key, int Column)[] _fields;
    private readonly HashSet<int> _used;
    private readonly ImportPlan _plan;
    private readonly TimeZoneInfo _zone;

    public CsvCalls(ImportPlan plan, TimeZoneInfo zone)
    {
        (_plan, _zone) = (plan, zone);
        var targets = plan.Columns.Select((column, i) => (column.Target, i)).Where(column => column.Target is not null).ToList();
        _at = [.. ImportPlan.Targets.Select(target => targets.Find(column => column.Target == target) is { Target: not null } found ? found.i : -1)];
        _fields = [.. targets.Where(column => column.Target!.StartsWith(ImportPlan.FieldPrefix, StringComparison.Ordinal))
            .Select(column => (column.Target![ImportPlan.FieldPrefix.Length..], column.i))];
        _used = [.. targets.Select(column => column.i)];
        Needed = targets.Count == 0 ? 0 : _used.Max() + 1;
    }

    /// <summary>Values that a line holds at least: up to the last column that means something.</summary>
    public int Needed { get; }

    public bool Uses(int column) => _used.Contains(column);

    public CallEnded Read(string?[] cells, FieldErrors errors)
    {
        string? Cell(int target) => _at[target] >= 0 ? cells[_at[target]] : null;
        Dictionary<string, string?>? fields = null;
        foreach (var (key, column) in _fields)
        {
            if (cells[column] is { } value)
            {
                (fields ??= [])[key] = value;
            }
        }

        return new CallEnded(
            Cell(0), Cell(1) ?? _plan.ProjectId, Version(Cell(8), errors), Cell(7),
            Choice(Cell(2), "status", Statuses, "Use completed or failed.", errors), Cell(5),
            Choice(Cell(6), "ended_by", Endings, "Use customer, agent or system.", errors),
            Time(Cell(3), errors), Seconds(Cell(4), errors), fields, CsvTranscript.Read(Cell(9), errors));
    }

    private static Dictionary<string, T> Names<T>(params (T Value, string Names)[] lines) =>
        lines.SelectMany(line => line.Names.Split(' '), (line, name) => (name, line.Value))
            .ToDictionary(line => line.name, line => line.Value, StringComparer.OrdinalIgnoreCase);

    private static T? Choice<T>(string? text, string field, Dictionary<string, T> names, string wrong, FieldErrors errors)
        where T : struct
    {
        if (text is null || names.TryGetValue(text, out var value))
        {
            return text is null ? null : names[text];
        }

        errors.Add(field, wrong);
        return null;
    }

    private static int? Version(string? text, FieldErrors errors)
    {
        if (text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
        }

        errors.Add("instruction_version", "This must be a whole number.");
        return null;
    }

    /// <summary>Seconds as a number, with a point or a comma, or as minutes:seconds or hours:minutes:seconds.</summary>
    private static double? Seconds(string? text, FieldErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        var parts = text.Split(':');
        if (parts.Length is 2 or 3 && parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit)))
        {
            return parts.Aggregate(0.0, (sum, part) => (sum * 60) + int.Parse(part, CultureInfo.InvariantCulture));
        }

        errors.Add("duration_seconds", "This must be seconds as a number, or minutes:seconds.");
        return null;
    }

    private DateTimeOffset? Time(string? text, FieldErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (CsvTime.Parse(text, _plan.Times, _zone) is { } time)
        {
            return time;
        }

        errors.Add("started_at", _plan.Times switch
        {
            ImportTimes.UnixSeconds => "This must be a time as seconds since 1970.",
            ImportTimes.UnixMilliseconds => "This must be a time as milliseconds since 1970.",
            ImportTimes.Local => "This must be a time that exists on the workspace's clock, such as 2026-03-02 09:30 or 02-03-2026 09:30.",
            _ => "This must be a time as ISO 8601, such as 2026-03-02T09:30:00Z.",
        });
        return null;
    }
}
