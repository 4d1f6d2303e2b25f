using System.Runtime.InteropServices;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// What some calls add to the counts, or take off them: summed first, so that calls of one quarter of an hour write a row once.
/// The one way in which calls change the counts.
/// </summary>
internal sealed class CallDeltas
{
    /// <summary>Prepared, not by EF Core: a batch of calls makes hundreds of these, and they were most of its time.</summary>
    private const string Upsert =
        """
        INSERT INTO "CallCounts" ("ProjectId", "Version", "Bucket", "Kind", "Value", "Count") VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT ("ProjectId", "Version", "Bucket", "Kind", "Value") DO UPDATE SET "Count" = "Count" + excluded."Count"
        """;

    /// <summary>Takes off what is there: a count may have gone with its time.</summary>
    private const string Less =
        """
        UPDATE "CallCounts" SET "Count" = "Count" + $6 WHERE "ProjectId" = $1 AND "Version" = $2 AND "Bucket" = $3 AND "Kind" = $4 AND "Value" = $5
        """;

    /// <summary>A count that is back at nothing leaves no row: the table is as if its calls had never been there.</summary>
    private const string Drop =
        """
        DELETE FROM "CallCounts" WHERE "ProjectId" = $1 AND "Version" = $2 AND "Bucket" = $3 AND "Kind" = $4 AND "Value" = $5 AND "Count" <= 0
        """;

    /// <summary>Whole days among which a call is changed are summed again when they are next asked for.</summary>
    private const string Forget = """DELETE FROM "ClosedDays" WHERE "ProjectId" = $1 AND "Version" = $2 AND "From" <= $4 AND "To" > $3""";

    private readonly Dictionary<Key, int> _deltas = [];

    /// <summary>Adds what a call counts, <paramref name="sign"/> times: 1, or -1 to take it off.</summary>
    public void Add(Call call, IEnumerable<(CallCountKind Kind, string Value)> entries, int sign = 1)
    {
        var bucket = CallCounting.BucketOf(call.StartedAt);
        foreach (var (kind, value) in entries)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_deltas, new Key(call.ProjectId, call.InstructionVersion!.Value, bucket, kind, value), out _) += sign;
        }
    }

    /// <summary>Writes them, in the order in which the table keeps them, in the caller's transaction.</summary>
    public void Write(PreparedStatements statements)
    {
        foreach (var (key, count) in _deltas.Where(delta => delta.Value != 0)
            .OrderBy(delta => delta.Key.Project).ThenBy(delta => delta.Key.Version).ThenBy(delta => delta.Key.Bucket))
        {
            var bucket = SqliteConventions.Text(key.Bucket);
            statements.Run(count > 0 ? Upsert : Less, key.Project, key.Version, bucket, (int)key.Kind, key.Value, count);
            if (count < 0)
            {
                statements.Run(Drop, key.Project, key.Version, bucket, (int)key.Kind, key.Value);
            }
        }

        ForgetDays(statements, _deltas.Keys.Select(key => (key.Project, key.Version, key.Bucket)));
    }

    internal static void ForgetDays(PreparedStatements statements, IEnumerable<(long Project, int Version, DateTime Bucket)> changed)
    {
        foreach (var days in changed.GroupBy(one => (one.Project, one.Version), one => one.Bucket.Date))
        {
            statements.Run(Forget, days.Key.Project, days.Key.Version, SqliteConventions.Text(days.Min()), SqliteConventions.Text(days.Max()));
        }
    }

    private readonly record struct Key(long Project, int Version, DateTime Bucket, CallCountKind Kind, string Value);
}
