using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// All counts of one version in one reading: the totals, and by hour of the week those that tell when calls are answered. The
/// whole days come from <see cref="ClosedDays"/> and only their edges are added up. Added up here and not in SQL, which knows no zones,
/// and took three times as long to group by an hour that it had to make of text; without EF Core, which took five times as long.
/// </summary>
public static class CallWeeks
{
    /// <summary>In the order of the key, so that nothing is sorted.</summary>
    private const string Counted =
        """
        SELECT "Bucket", "Kind", "Value", "Count" FROM "CallCounts"
        WHERE "ProjectId" = $1 AND "Version" = $2 AND "Bucket" >= $3 AND "Bucket" < $4 ORDER BY "Bucket"
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

        void Add(DateTime start, DateTime stop, CallTotals totals, CallTimes times) =>
            Each(statements, projectId, version, start, stop, zone, (_, hour, kind, value, count) =>
            {
                totals.Add(kind, value, count);
                times.Add(hour, kind, value, count);
            });

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
                statements.Run(Keep, [.. key, JsonColumn.Write(counts), JsonColumn.Write(hours)]);
            }

            return (counts, hours);
        }
    }

    /// <summary>The calls of one version, or of all, from <paramref name="from"/> up to <paramref name="to"/>, by version and day (UTC); days without calls are left out.</summary>
    public static IReadOnlyList<CountedDay> Daily(SupportDbContext db, long projectId, DateTime from, DateTime to, TimeZoneInfo zone, int? only = null, CancellationToken cancellation = default)
    {
        var statements = PreparedStatements.Of(db);
        var days = new List<CountedDay>();
        foreach (var version in only is { } one ? [one] : statements.Rows(Versions, row => row.Int(0), projectId))
        {
            cancellation.ThrowIfCancellationRequested();
            CountedDay? day = null;
            Each(statements, projectId, version, from, to, zone, (bucket, hour, kind, value, count) =>
            {
                if (day?.Day != bucket.Date)
                {
                    days.Add(day = new CountedDay(version, bucket.Date, new CallTotals(), new CallTimes()));
                }

                day.Totals.Add(kind, value, count);
                day.Times.Add(hour, kind, value, count);
            });
        }

        return days;
    }

    /// <summary>Calls <paramref name="add"/> with each count and the hour of the zone's week that it falls in, by time.</summary>
    private static void Each(
        PreparedStatements statements, long projectId, int version, DateTime from, DateTime to, TimeZoneInfo zone,
        Action<DateTime, int, CallCountKind, string, int> add)
    {
        var (text, bucket, hour) = ("", default(DateTime), 0);
        statements.Each(
            Counted,
            row =>
            {
                if (row.Text(0) is var at && at != text)
                {
                    (text, bucket) = (at, SqliteConventions.Time(at));
                    var local = bucket + zone.GetUtcOffset(bucket);
                    hour = ((int)local.DayOfWeek + 6) % 7 * 24 + local.Hour;
                }

                add(bucket, hour, (CallCountKind)row.Int(1), row.Text(2), row.Int(3));
            },
            projectId, version, SqliteConventions.Text(from), SqliteConventions.Text(to));
    }
}
