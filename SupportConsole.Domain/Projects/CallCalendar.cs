using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// The counts of calls by day of the workspace's calendar. In SQL of its own: the counts are keyed by project, version and
/// quarter of an hour, and only this order of joining reads no more of them than the days asked for.
/// </summary>
public static class CallCalendar
{
    /// <summary>Counts of one kind, or of all; days and values without calls are left out.</summary>
    public static Task<List<CalendarCount>> ReadAsync(
        SupportDbContext db, IEnumerable<long> projects, IReadOnlyList<LocalDay> days, CallCountKind? kind = null, CancellationToken cancellation = default)
    {
        var ids = JsonSerializer.Serialize(projects);
        var ranges = JsonSerializer.Serialize(days.Select(day => new { from = SqliteConventions.Text(day.From), to = SqliteConventions.Text(day.To) }));
        return db.Database.SqlQuery<CalendarCount>(
            $"""
            WITH days AS MATERIALIZED (SELECT key AS n, json_extract(value, '$.from') AS a, json_extract(value, '$.to') AS b FROM json_each({ranges}))
            SELECT versions."ProjectId", days.n AS "Day", counts."Kind", counts."Value", SUM(counts."Count") AS "Count"
            FROM "InstructionVersions" AS versions CROSS JOIN days CROSS JOIN "CallCounts" AS counts
            WHERE versions."ProjectId" IN (SELECT value FROM json_each({ids}))
                AND counts."ProjectId" = versions."ProjectId" AND counts."Version" = versions."Number"
                AND counts."Bucket" >= days.a AND counts."Bucket" < days.b
                AND ({(int?)kind} IS NULL OR counts."Kind" = {(int?)kind})
            GROUP BY versions."ProjectId", days.n, counts."Kind", counts."Value"
            """).ToListAsync(cancellation);
    }

    /// <summary>One total for each day, days without calls included, and one for all of them.</summary>
    public static async Task<CallWindow> WindowAsync(
        SupportDbContext db, long project, IReadOnlyList<LocalDay> days, CancellationToken cancellation = default)
    {
        var all = new CallTotals();
        var totals = days.Select(day => new DayTotals(day.Day, new CallTotals())).ToList();
        foreach (var row in await ReadAsync(db, [project], days, cancellation: cancellation))
        {
            totals[row.Day].Totals.Add(row.Kind, row.Value, row.Count);
            all.Add(row.Kind, row.Value, row.Count);
        }

        return new CallWindow(totals, all, days[0].From);
    }
}
