using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// Writes a batch in the caller's commit: its calls, what they add to the counts, its faults, and how far the import is. Either all of that
/// is on disk or nothing, so that whoever goes on where the import stands neither leaves out a line nor takes one twice.
/// </summary>
internal static class ImportCommit
{
    /// <summary>Moves the position; nothing when it is not where this batch begins, or the import was stopped.</summary>
    private const string Move =
        """
        UPDATE "Imports" SET "Records" = $3, "BytesRead" = $4, "Landed" = "Landed" + $5, "Duplicates" = "Duplicates" + $6, "Rejected" = "Rejected" + $7,
            "FaultsKept" = "FaultsKept" + $8, "HasMoreFaults" = "HasMoreFaults" OR $9
        WHERE "Id" = $1 AND "Records" = $2 AND "Status" = 'Running' RETURNING "Id"
        """;

    private const string Stands = """SELECT "FaultsKept" FROM "Imports" WHERE "Id" = $1 AND "Records" = $2 AND "Status" = 'Running'""";

    private const string Revision = """SELECT "Revision" FROM "Projects" WHERE "Id" = $1""";

    private const string Touch =
        """INSERT INTO "ImportProjects" ("ImportId", "ProjectId") VALUES ($1, $2) ON CONFLICT DO NOTHING""";

    /// <summary>A call that the project has already is here, whoever sent it: what came in live is not counted twice when its history is brought in.
    /// The + keeps SQLite from looking through all calls of the project instead of those with this id.</summary>
    private const string Insert =
        """
        INSERT INTO "Calls" ("Source", "ExternalId", "ProjectId", "InstructionVersion", "CustomerId", "Status", "FailureReason", "EndedBy",
            "StartedAt", "DurationSeconds", "Fields", "Transcript", "ReceivedAt", "ProcessedAt", "Attempts", "ImportId")
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15
        WHERE NOT EXISTS (SELECT 1 FROM "Calls" WHERE "ExternalId" = $2 AND +"ProjectId" = $3)
        ON CONFLICT ("Source", "ExternalId") DO NOTHING
        """;

    private const string Reject =
        """INSERT INTO "ImportFaults" ("ImportId", "Line", "ExternalId", "Field", "Error") VALUES ($1, $2, $3, $4, $5)""";

    public static ImportStep Write(SupportDbContext db, long importId, PreparedBatch batch, int keptFaults)
    {
        var statements = PreparedStatements.Of(db);
        if (statements.Scalar(Stands, importId, batch.From) is not long kept)
        {
            return ImportStep.Stopped;
        }

        if (batch.Projects.Any(known => (long)statements.Scalar(Revision, known.Project.Id)! != known.Project.Revision))
        {
            return ImportStep.Stale;
        }

        foreach (var known in batch.Projects)
        {
            statements.Run(Touch, importId, known.Project.Id);
        }

        var (landed, deltas) = (0, new CallDeltas());
        foreach (var call in batch.Calls)
        {
            if (Land(statements, importId, call))
            {
                landed++;
                deltas.Add(call.Call, call.Entries);
            }
        }

        deltas.Write(statements);
        var faults = batch.Faults.Take((int)Math.Max(0, keptFaults - kept)).ToList();
        foreach (var fault in faults)
        {
            statements.Run(Reject, importId, fault.Line, fault.ExternalId, fault.Field, fault.Error);
        }

        statements.Run(Move, importId, batch.From, batch.To, batch.BytesRead, landed, batch.Calls.Count - landed, batch.Rejected, faults.Count, faults.Count < batch.Faults.Count ? 1 : 0);
        return ImportStep.Written;
    }

    private static bool Land(PreparedStatements statements, long importId, PreparedCall prepared)
    {
        var call = prepared.Call;
        return statements.Insert(
            Insert,
            call.Source, call.ExternalId, call.ProjectId, call.InstructionVersion, call.CustomerId, Name(call.Status), call.FailureReason, call.EndedBy?.ToString(),
            SqliteConventions.Text(call.StartedAt), call.DurationSeconds, prepared.Fields, prepared.Transcript, SqliteConventions.Text(call.ReceivedAt),
            SqliteConventions.Text(prepared.ProcessedAt), importId) is not null;
    }

    private static string Name(CallStatus status) => status == CallStatus.Completed ? nameof(CallStatus.Completed) : nameof(CallStatus.Failed);
}

internal enum ImportStep
{
    Written,

    /// <summary>A project changed since the batch was prepared.</summary>
    Stale,

    /// <summary>Somebody stopped the import, or another process is ahead.</summary>
    Stopped,
}
