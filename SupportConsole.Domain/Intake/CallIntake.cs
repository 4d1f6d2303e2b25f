using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake;

/// <summary>Records a received call: on disk, once, before it is answered.</summary>
public sealed class CallIntake(GroupCommit commits, ProjectDirectory projects, Doorbell doorbell, TimeProvider clock)
{
    private const string Insert =
        """
        INSERT INTO "Calls" ("Source", "ExternalId", "ProjectId", "InstructionVersion", "CustomerId", "Status", "FailureReason", "EndedBy",
            "StartedAt", "DurationSeconds", "Fields", "Transcript", "ReceivedAt", "Attempts")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0)
        ON CONFLICT ("Source", "ExternalId") DO NOTHING RETURNING "Id"
        """;

    private const string Known = """SELECT "Id" FROM "Calls" WHERE "Source" = $1 AND "ExternalId" = $2""";

    /// <summary>
    /// Checks and records. <paramref name="source"/> is the name of the webhook or key it came through. Throws
    /// <see cref="QueueFullException"/> when too much is waiting to be written.
    /// </summary>
    public async Task<Recorded> RecordAsync(string source, CallEnded call, CancellationToken cancellation = default)
    {
        var errors = call.Check(clock.GetUtcNow());
        if (errors.Any)
        {
            return Recorded.Refused(errors);
        }

        var found = await projects.FindAsync(call.ProjectId!, call.InstructionVersion, cancellation);
        errors.AddWhen(found.Id is null, "project_id", "There is no project with this id.");
        errors.AddWhen(found is { Id: not null, HasVersion: false }, "instruction_version", "The project has no such version.");
        if (errors.Any)
        {
            return Recorded.Refused(errors);
        }

        var recorded = await commits.RunAsync(statements => Write(statements, source, call, found.Id!.Value));
        if (recorded.IsNew)
        {
            doorbell.Ring();
        }

        return recorded;
    }

    private Recorded Write(PreparedStatements statements, string source, CallEnded call, long projectId)
    {
        var id = statements.Scalar(
            Insert,
            source, call.CallId, projectId, call.InstructionVersion, call.CustomerId, call.Status.ToString(), call.FailureReason, call.EndedBy?.ToString(),
            SqliteConventions.Text(call.StartedAt!.Value.UtcDateTime), (int)Math.Round(call.DurationSeconds!.Value),
            JsonColumn.Write(Values(call)), JsonColumn.Write(Lines(call)), SqliteConventions.Text(clock.GetUtcNow().UtcDateTime));
        return id is null
            ? Recorded.Before((long)statements.Scalar(Known, source, call.CallId)!)
            : Recorded.Now((long)id);
    }

    private static Dictionary<string, string> Values(CallEnded call) =>
        (call.Fields ?? []).Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);

    private static List<TranscriptLine> Lines(CallEnded call) =>
        [.. (call.Transcript ?? []).Select(line => new TranscriptLine(line.Role!.Value, line.Text!, line.AtMs ?? 0))];
}
