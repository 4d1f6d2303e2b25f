using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>Keeps and reads the counts of calls. Nothing else writes them: <see cref="CallDeltas"/> change them, and a rebuild corrects.</summary>
public static class CallCounting
{
    private const string Set =
        """
        INSERT INTO "CallCounts" ("ProjectId", "Version", "Bucket", "Kind", "Value", "Count") VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT ("ProjectId", "Version", "Bucket", "Kind", "Value") DO UPDATE SET "Count" = excluded."Count"
        """;

    private const string Remove =
        """DELETE FROM "CallCounts" WHERE "ProjectId" = $1 AND "Version" = $2 AND "Bucket" = $3 AND "Kind" = $4 AND "Value" = $5""";

    public static readonly TimeSpan BucketLength = TimeSpan.FromMinutes(15);

    public static DateTime BucketOf(DateTime utc) => new(utc.Ticks - utc.Ticks % BucketLength.Ticks, DateTimeKind.Utc);

    /// <summary>
    /// What one processed call adds: kind and value, one each. A field is counted from the moment the project has it, with or
    /// without, and whether it is required or not: its rate must not jump when somebody changes that.
    /// </summary>
    public static IEnumerable<(CallCountKind Kind, string Value)> Entries(Call call, IReadOnlyList<CaptureField> fields)
    {
        if (ToneReaction.IsConversation(call))
        {
            yield return (CallCountKind.ToneReaction, ToneReaction.Of(call) is { } said
                ? $"{said}|{(call.Status == CallStatus.Failed ? FailureCause.Of(call) : "completed")}"
                : ToneReaction.None);
        }

        if (call.Status == CallStatus.Failed)
        {
            yield return (CallCountKind.Outcome, "failed");
            yield return (CallCountKind.Failure, FailureCause.Of(call));
            if (HangUpPoint.Of(call, fields) is { } point)
            {
                yield return (CallCountKind.HangUpPoint, point);
            }

            if (call.EndedBy == CallEnding.Customer)
            {
                yield return (CallCountKind.HangUp, "");
            }

            yield break;
        }

        yield return (CallCountKind.Outcome, "completed");
        foreach (var field in fields)
        {
            yield return call.Has(field.Key)
                ? (CallCountKind.Captured, field.Key)
                : (CallCountKind.Missing, $"{field.Key}|{MissingCause.Of(call, field)}");
        }

        if (fields.Any(field => field.Required && !call.Has(field.Key)))
        {
            yield return (CallCountKind.AnyMissing, "");
        }
    }

    /// <summary>Adds the calls to the counts, in the caller's transaction. Every call must have its version.</summary>
    public static void Add(SupportDbContext db, Project project, IEnumerable<Call> calls)
    {
        var deltas = new CallDeltas();
        foreach (var call in calls)
        {
            deltas.Add(call, Entries(call, project.CaptureFields));
        }

        var statements = PreparedStatements.Of(db);
        deltas.Write(statements);
    }

    /// <summary>Puts counts of a project to what they should be, in the caller's transaction; one of 0 goes.</summary>
    public static void Correct(
        SupportDbContext db, long projectId, IReadOnlyList<(int Version, DateTime Bucket, CallCountKind Kind, string Value, int Count)> counts)
    {
        var statements = PreparedStatements.Of(db);
        foreach (var (version, bucket, kind, value, count) in counts)
        {
            if (count > 0)
            {
                statements.Run(Set, projectId, version, SqliteConventions.Text(bucket), (int)kind, value, count);
            }
            else
            {
                statements.Run(Remove, projectId, version, SqliteConventions.Text(bucket), (int)kind, value);
            }
        }

        CallDeltas.ForgetDays(statements, counts.Select(count => (projectId, count.Version, count.Bucket)));
    }

    /// <summary>Totals of many versions, each over its own times, in one reading; in the order of <paramref name="asked"/>.</summary>
    public static async Task<IReadOnlyList<CallTotals>> TotalsAsync(
        SupportDbContext db, IReadOnlyList<VersionWindow> asked, CancellationToken cancellation = default)
    {
        var windows = JsonSerializer.Serialize(asked.Select(window => new
        {
            project = window.ProjectId,
            version = window.Version,
            from = SqliteConventions.Text(window.From),
            to = SqliteConventions.Text(window.To),
        }));
        var rows = await db.Database.SqlQuery<WindowCount>(
            $"""
            WITH asked AS MATERIALIZED (SELECT key AS n, json_extract(value, '$.project') AS project, json_extract(value, '$.version') AS version,
                json_extract(value, '$.from') AS a, json_extract(value, '$.to') AS b FROM json_each({windows}))
            SELECT asked.n AS "Window", counts."Kind", counts."Value", SUM(counts."Count") AS "Count"
            FROM asked CROSS JOIN "CallCounts" AS counts
            WHERE counts."ProjectId" = asked.project AND counts."Version" = asked.version AND counts."Bucket" >= asked.a AND counts."Bucket" <= asked.b
            GROUP BY asked.n, counts."Kind", counts."Value"
            """).ToListAsync(cancellation);
        var totals = asked.Select(_ => new CallTotals()).ToList();
        rows.ForEach(row => totals[row.Window].Add(row.Kind, row.Value, row.Count));
        return totals;
    }

    /// <summary>Totals of versions <paramref name="fromVersion"/>..<paramref name="toVersion"/> by UTC day since <paramref name="from"/>, in order; days without calls left out.</summary>
    public static async Task<IReadOnlyList<(DateTime Day, CallTotals Totals)>> DailyAsync(
        SupportDbContext db, long projectId, int fromVersion, int toVersion, DateTime from, CancellationToken cancellation = default)
    {
        var rows = await db.CallCounts.AsNoTracking()
            .Where(row => row.ProjectId == projectId && row.Version >= fromVersion && row.Version <= toVersion && row.Bucket >= from)
            .GroupBy(row => new { row.Bucket.Date, row.Kind, row.Value })
            .Select(group => new { group.Key.Date, group.Key.Kind, group.Key.Value, Count = group.Sum(row => row.Count) })
            .ToListAsync(cancellation);
        return [.. rows.GroupBy(row => row.Date).OrderBy(day => day.Key).Select(day =>
        {
            var totals = new CallTotals();
            foreach (var row in day)
            {
                totals.Add(row.Kind, row.Value, row.Count);
            }

            return (DateTime.SpecifyKind(day.Key, DateTimeKind.Utc), totals);
        })];
    }

    /// <summary>Totals over calls of versions <paramref name="fromVersion"/>..<paramref name="toVersion"/> whose quarter of an hour starts in [from, to].</summary>
    public static async Task<CallTotals> TotalsAsync(
        SupportDbContext db, long projectId, int fromVersion, int toVersion, DateTime from, DateTime to, CancellationToken cancellation = default)
    {
        var totals = new CallTotals();
        var counts = db.CallCounts.AsNoTracking().Where(row => row.ProjectId == projectId && row.Bucket >= from && row.Bucket <= to);
        // Of one version the key reaches as far as the times; of several, only as far as the versions.
        counts = fromVersion == toVersion
            ? counts.Where(row => row.Version == fromVersion)
            : counts.Where(row => row.Version >= fromVersion && row.Version <= toVersion);
        var rows = await counts
            .GroupBy(row => new { row.Kind, row.Value })
            .Select(group => new { group.Key.Kind, group.Key.Value, Count = group.Sum(row => row.Count) })
            .ToListAsync(cancellation);
        rows.ForEach(row => totals.Add(row.Kind, row.Value, row.Count));
        return totals;
    }

    private sealed record WindowCount(int Window, CallCountKind Kind, string Value, int Count);
}
