using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// All counts of one version in one reading: the totals, and by hour of the week those that tell when calls are answered. In SQL of
/// its own, since only its database knows the quarters of an hour and only the zone knows which hour of whose day they are.
/// </summary>
public static class CallWeeks
{
    /// <summary>1970 began on a Thursday.</summary>
    private const int EpochHour = 3 * 24;

    /// <summary>Over the calls of the version whose quarter of an hour starts in [from, to].</summary>
    public static async Task<(CallTotals Totals, CallTimes Times)> ReadAsync(
        SupportDbContext db, long projectId, int version, DateTime from, DateTime to, TimeZoneInfo zone, CancellationToken cancellation = default)
    {
        var spans = JsonSerializer.Serialize(Spans(from, to, zone).Select(span => new
        {
            from = SqliteConventions.Text(span.From),
            to = SqliteConventions.Text(span.To),
            offset = (int)span.Offset.TotalSeconds,
        }));
        var rows = await db.Database.SqlQuery<HourCount>(
            $"""
            WITH spans AS MATERIALIZED (SELECT json_extract(value, '$.from') AS a, json_extract(value, '$.to') AS b,
                json_extract(value, '$.offset') AS shift FROM json_each({spans}))
            SELECT counts."Kind", counts."Value", SUM(counts."Count") AS "Count",
                CASE WHEN counts."Kind" = {(int)CallCountKind.Outcome} OR (counts."Kind" = {(int)CallCountKind.Failure} AND counts."Value" = {FailureCause.NoAnswer})
                    THEN ((CAST(strftime('%s', counts."Bucket") AS INTEGER) + spans.shift) / 3600 + {EpochHour}) % {CallTimes.HoursOfWeek} ELSE -1 END AS "Hour"
            FROM spans CROSS JOIN "CallCounts" AS counts
            WHERE counts."ProjectId" = {projectId} AND counts."Version" = {version} AND counts."Bucket" >= spans.a AND counts."Bucket" < spans.b
            GROUP BY counts."Kind", counts."Value", "Hour"
            """).ToListAsync(cancellation);
        var (totals, times) = (new CallTotals(), new CallTimes());
        foreach (var row in rows)
        {
            totals.Add(row.Kind, row.Value, row.Count);
            if (row.Hour >= 0)
            {
                times.Add(row.Hour, row.Kind, row.Value, row.Count);
            }
        }

        return (totals, times);
    }

    /// <summary>The parts of the time in which the zone's clock stands equally far from UTC: one, or two where it was changed.</summary>
    private static IEnumerable<(DateTime From, DateTime To, TimeSpan Offset)> Spans(DateTime from, DateTime to, TimeZoneInfo zone)
    {
        var end = to.AddTicks(1);
        var start = from;
        for (var at = CallCounting.BucketOf(from) + CallCounting.BucketLength; at < end; at += CallCounting.BucketLength)
        {
            if (zone.GetUtcOffset(at) != zone.GetUtcOffset(start))
            {
                yield return (start, at, zone.GetUtcOffset(start));
                start = at;
            }
        }

        yield return (start, end, zone.GetUtcOffset(start));
    }

    private sealed record HourCount(CallCountKind Kind, string Value, int Count, int Hour);
}
