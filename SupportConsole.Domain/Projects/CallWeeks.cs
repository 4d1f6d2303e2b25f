using System.Globalization;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// All counts of one version in one reading: the totals, and by hour of the week those that tell when calls are answered. The
/// whole days come from <see cref="ClosedDays"/> and only their edges are added up. In SQL of its own, since only its database knows
/// the quarters of an hour and only the zone knows which hour of whose day they are; and without EF Core, which took five times as long.
/// </summary>
public static class CallWeeks
{
    /// <summary>Hours of the week are those of the zone: 1970 began on a Thursday.</summary>
    private const string Sum =
        """
        SELECT "Kind", "Value", SUM("Count"),
            CASE WHEN "Kind" = 1 OR ("Kind" = 2 AND "Value" = 'no_answer') THEN ((CAST(strftime('%s', "Bucket") AS INTEGER) + $5) / 3600 + 72) % 168 ELSE -1 END AS "Hour"
        FROM "CallCounts" WHERE "ProjectId" = $1 AND "Version" = $2 AND "Bucket" >= $3 AND "Bucket" < $4
        GROUP BY "Kind", "Value", "Hour"
        """;

    /// <summary>The same by version and day.</summary>
    private const string SumByDay =
        """
        SELECT "Version", date("Bucket") AS "Day", "Kind", "Value", SUM("Count"),
            CASE WHEN "Kind" = 1 OR ("Kind" = 2 AND "Value" = 'no_answer') THEN ((CAST(strftime('%s', "Bucket") AS INTEGER) + $5) / 3600 + 72) % 168 ELSE -1 END AS "Hour"
        FROM "CallCounts" WHERE "ProjectId" = $1 AND "Version" = $2 AND "Bucket" >= $3 AND "Bucket" < $4
        GROUP BY "Version", "Day", "Kind", "Value", "Hour"
        """;

    private const string Kept =
        """SELECT "Counts", "Times" FROM "ClosedDays" WHERE "ProjectId" = $1 AND "Version" = $2 AND "From" = $3 AND "To" = $4 AND "Zone" = $5""";

    private const string Versions = """SELECT "Number" FROM "InstructionVersions" WHERE "ProjectId" = $1 ORDER BY "Number" """;

    private const string Keep =
        """
        INSERT INTO "ClosedDays" ("ProjectId", "Version", "From", "To", "Zone", "Counts", "Times") VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT ("ProjectId", "Version") DO UPDATE SET
            "From" = excluded."From", "To" = excluded."To", "Zone" = excluded."Zone", "Counts" = excluded."Counts", "Times" = excluded."Times"
        """;

    /// <summary>
    /// Over the calls of the version whose quarter of an hour starts in [from, to]. In a transaction the whole days are kept for the
    /// next reading.
    /// </summary>
    public static (CallTotals Totals, CallTimes Times) Read(
        SupportDbContext db, long projectId, int version, DateTime from, DateTime to, TimeZoneInfo zone)
    {
        var statements = PreparedStatements.Of(db);
        var (first, last, end) = (from == from.Date ? from : from.Date.AddDays(1), to.Date, to.AddTicks(1));
        var (totals, times) = (new CallTotals(), new CallTimes());
        if (first >= last)
        {
            Add(from, end, totals, times);
            return (totals, times);
        }

        if (from < first)
        {
            Add(from, first, totals, times);
        }

        Add(last, end, totals, times);
        var (counts, hours) = WholeDays();
        counts.ForEach(count => totals.Add(count.Kind, count.Value, count.Count));
        times.Add(hours);
        return (totals, times);

        void Add(DateTime start, DateTime stop, CallTotals totals, CallTimes times)
        {
            foreach (var span in Spans(start, stop, zone))
            {
                statements.Rows(
                    Sum, row => (Kind: (CallCountKind)row.Int(0), Value: row.Text(1), Count: row.Int(2), Hour: row.Int(3)),
                    projectId, version, SqliteConventions.Text(span.From), SqliteConventions.Text(span.To), (int)span.Offset.TotalSeconds)
                    .ForEach(row =>
                    {
                        totals.Add(row.Kind, row.Value, row.Count);
                        if (row.Hour >= 0)
                        {
                            times.Add(row.Hour, row.Kind, row.Value, row.Count);
                        }
                    });
            }
        }

        (List<KindCount> Counts, CallTimes Times) WholeDays()
        {
            object?[] key = [projectId, version, SqliteConventions.Text(first), SqliteConventions.Text(last), zone.Id];
            if (statements.Rows(Kept, row => (row.Json<List<KindCount>>(0), row.Json<CallTimes>(1)), key) is [var kept])
            {
                return kept;
            }

            var (sums, hours) = (new CallTotals(), new CallTimes());
            Add(first, last, sums, hours);
            List<KindCount> counts = [.. sums.Entries];
            if (db.Database.CurrentTransaction is not null)
            {
                statements.Scalar(Keep, [.. key, JsonColumn.Write(counts), JsonColumn.Write(hours)]);
            }

            return (counts, hours);
        }
    }

    /// <summary>The calls of one version, or of all, from <paramref name="from"/> up to <paramref name="to"/>, by version and day (UTC); days without calls are left out.</summary>
    public static IReadOnlyList<CountedDay> Daily(SupportDbContext db, long projectId, DateTime from, DateTime to, TimeZoneInfo zone, int? only = null, CancellationToken cancellation = default)
    {
        var statements = PreparedStatements.Of(db);
        var days = new Dictionary<(long Version, string Day), CountedDay>();
        foreach (var version in only is { } one ? [one] : statements.Rows(Versions, row => row.Long(0), projectId))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var span in Spans(from, to, zone))
            {
                statements.Rows(
                    SumByDay,
                    row => (Day: row.Text(1), Kind: (CallCountKind)row.Int(2), Value: row.Text(3), Count: row.Int(4), Hour: row.Int(5)),
                    projectId, version, SqliteConventions.Text(span.From), SqliteConventions.Text(span.To), (int)span.Offset.TotalSeconds)
                    .ForEach(row =>
                    {
                        var day = days.TryGetValue((version, row.Day), out var known) ? known : days[(version, row.Day)] = new CountedDay(
                            (int)version, DateTime.SpecifyKind(DateTime.Parse(row.Day, CultureInfo.InvariantCulture), DateTimeKind.Utc), new CallTotals(), new CallTimes());
                        day.Totals.Add(row.Kind, row.Value, row.Count);
                        if (row.Hour >= 0)
                        {
                            day.Times.Add(row.Hour, row.Kind, row.Value, row.Count);
                        }
                    });
            }
        }

        return [.. days.Values];
    }

    /// <summary>The parts of the time in which the zone's clock stands equally far from UTC: one, or two where it was changed.</summary>
    private static IEnumerable<(DateTime From, DateTime To, TimeSpan Offset)> Spans(DateTime from, DateTime to, TimeZoneInfo zone)
    {
        var start = from;
        for (var at = CallCounting.BucketOf(from) + CallCounting.BucketLength; at < to; at += CallCounting.BucketLength)
        {
            if (zone.GetUtcOffset(at) != zone.GetUtcOffset(start))
            {
                yield return (start, at, zone.GetUtcOffset(start));
                start = at;
            }
        }

        yield return (start, to, zone.GetUtcOffset(start));
    }
}
