using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake;

/// <summary>Records a received call: on disk, once, before it is answered.</summary>
public sealed class CallIntake(GroupCommit commits, ProjectDirectory projects, Doorbell doorbell, TimeProvider clock)
{
    /// <summary>A call that was imported as history is here already, whoever sends it now. The + keeps SQLite from looking through all calls of the project.</summary>
    private const string Insert =
        """
        INSERT INTO "Calls" ("Source", "ExternalId", "ProjectId", "InstructionVersion", "CustomerId", "Status", "FailureReason", "EndedBy",
            "StartedAt", "DurationSeconds", "Fields", "Transcript", "ReceivedAt", "Attempts")
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0
        WHERE NOT EXISTS (SELECT 1 FROM "Calls" WHERE "ExternalId" = $2 AND +"ProjectId" = $3 AND +"ImportId" IS NOT NULL)
        ON CONFLICT ("Source", "ExternalId") DO NOTHING
        """;

    private const string Known = """SELECT "Id" FROM "Calls" WHERE "ExternalId" = $2 AND ("Source" = $1 OR (+"ProjectId" = $3 AND +"ImportId" IS NOT NULL)) LIMIT 1""";

    /// <summary>
    /// Checks and records. <paramref name="source"/> is the name of the webhook or key it came through. Throws
    /// <see cref="QueueFullException"/> when too much is waiting to be written.
    /// </summary>
    public async Task<Recorded> RecordAsync(string source, CallEnded call, CancellationToken cancellation = default)
    {
        var (projectId, errors) = await CheckAsync(call, cancellation);
        if (errors.Any)
        {
            return Recorded.Refused(errors);
        }

        var values = Values(source, call, projectId);
        var recorded = await commits.RunAsync(statements => Write(statements, values));
        if (recorded.IsNew)
        {
            doorbell.Ring();
        }

        return recorded;
    }

    /// <summary>The same of many, in one commit; the answers in their order. What is wrong with one does not hold up the others.</summary>
    public async Task<IReadOnlyList<Recorded>> RecordAsync(string source, IReadOnlyList<CallEnded> calls, CancellationToken cancellation = default)
    {
        var checks = new List<(long ProjectId, FieldErrors Errors)>(calls.Count);
        foreach (var call in calls)
        {
            checks.Add(await CheckAsync(call, cancellation));
        }

        var rows = calls.Zip(checks, (call, check) => check.Errors.Any ? null : Values(source, call, check.ProjectId)).ToList();
        var right = rows.Count(row => row is not null);
        var recorded = right == 0 ? [.. checks.Select(check => Recorded.Refused(check.Errors))] : await commits.RunAsync(
            statements => rows.Zip(checks, (row, check) => row is null ? Recorded.Refused(check.Errors) : Write(statements, row)).ToList(),
            right);
        if (recorded.Exists(one => one.IsNew))
        {
            doorbell.Ring();
        }

        return recorded;
    }

    private async ValueTask<(long ProjectId, FieldErrors Errors)> CheckAsync(CallEnded call, CancellationToken cancellation)
    {
        var errors = call.Check(clock.GetUtcNow());
        if (errors.Any)
        {
            return (0, errors);
        }

        var found = await projects.FindAsync(call.ProjectId!, call.InstructionVersion, cancellation);
        CallEnded.CheckProject(errors, found.Id is not null, found.HasVersion);
        return (found.Id ?? 0, errors);
    }

    /// <summary>The row as it is stored: put together here and not in the commit, where everybody waits.</summary>
    private object?[] Values(string source, CallEnded call, long projectId) =>
    [
        source, call.CallId, projectId, call.InstructionVersion, call.CustomerId, call.Status.ToString(), call.FailureReason, call.EndedBy?.ToString(),
        SqliteConventions.Text(call.StartedAt!.Value.UtcDateTime), (int)Math.Round(call.DurationSeconds!.Value),
        JsonColumn.Write(call.Values()), JsonColumn.Write(call.Lines()), SqliteConventions.Text(clock.GetUtcNow().UtcDateTime),
    ];

    private static Recorded Write(PreparedStatements statements, object?[] values) =>
        statements.Insert(Insert, values) is { } id ? Recorded.Now(id) : Recorded.Before((long)statements.Scalar(Known, values.AsSpan(0, 3))!);
}
