using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// One AI phone call made for a Project. The row is its own queue entry: <see cref="ProcessedAt"/> is empty until the
/// event worker has taken it through detection.
/// </summary>
public sealed class Call
{
    private const string Columns =
        """
        "Id", "Source", "ExternalId", "ProjectId", "InstructionVersion", "CustomerId", "Status", "FailureReason", "EndedBy", "StartedAt",
        "DurationSeconds", "Fields", "Transcript", "ReceivedAt", "Attempts"
        """;

    private const string OldestWaiting =
        $"""
        SELECT {Columns} FROM "Calls"
        WHERE "ProcessedAt" IS NULL AND "GaveUpAt" IS NULL AND ("NextAttemptAt" IS NULL OR "NextAttemptAt" <= $1) ORDER BY "Id" LIMIT $2
        """;

    private const string OneWaiting = $"""SELECT {Columns} FROM "Calls" WHERE "Id" = $1 AND "ProcessedAt" IS NULL""";

    private const string TakeOne =
        """
        UPDATE "Calls" SET "ProcessedAt" = $2, "NextAttemptAt" = NULL, "Fault" = NULL
        WHERE "Id" = $1 AND "ProcessedAt" IS NULL AND "GaveUpAt" IS NULL
        """;

    public long Id { get; private set; }

    /// <summary>The webhook or API key it came through; unique together with <see cref="ExternalId"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The sender's <c>call_id</c>.</summary>
    public required string ExternalId { get; init; }

    public required long ProjectId { get; init; }

    /// <summary>The instructions it ran on: as sent, else (set while processing) those served when it started.</summary>
    public int? InstructionVersion { get; set; }

    public string? CustomerId { get; init; }

    public required CallStatus Status { get; init; }

    public string? FailureReason { get; init; }

    public CallEnding? EndedBy { get; init; }

    public required DateTime StartedAt { get; init; }

    public required int DurationSeconds { get; init; }

    public Dictionary<string, string> Fields { get; init; } = [];

    public List<TranscriptLine> Transcript { get; init; } = [];

    public required DateTime ReceivedAt { get; init; }

    public DateTime? ProcessedAt { get; private set; }

    /// <summary>The import that brought it here as history; null for a call that was received.</summary>
    public long? ImportId { get; init; }

    /// <summary>How often processing failed so far.</summary>
    public int Attempts { get; private set; }

    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>When the worker gave up; empty again after Retry.</summary>
    public DateTime? GaveUpAt { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>When retention deleted what was said; set on every call of that age, also where nothing was.</summary>
    public DateTime? TranscriptGoneAt { get; private set; }

    public CallStage Stage => StageOf(ProcessedAt, GaveUpAt, Attempts);

    public static CallStage StageOf(DateTime? processedAt, DateTime? gaveUpAt, int attempts) =>
        processedAt is not null ? CallStage.Processed
        : gaveUpAt is not null ? CallStage.GivenUp
        : attempts > 0 ? CallStage.TryingAgain
        : CallStage.Waiting;

    /// <summary>Whether it holds a value for <paramref name="field"/>; white space is no value.</summary>
    public bool Has(string field) => Fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value);

    /// <summary>The calls that wait to be processed now, oldest first, whole. Without EF Core, which took as long as all that is then done with them.</summary>
    public static List<Call> Waiting(SupportDbContext db, DateTime now, int take) =>
        PreparedStatements.Of(db).Rows(OldestWaiting, Read, SqliteConventions.Text(now), take);

    /// <summary>That call, if it is not processed yet.</summary>
    public static List<Call> Waiting(SupportDbContext db, long id) => PreparedStatements.Of(db).Rows(OneWaiting, Read, id);

    /// <summary>
    /// Takes calls out of the queue, in the caller's transaction, and answers the ids of those that nobody had taken yet. Written
    /// without tracking them: their transcripts would be compared with themselves.
    /// </summary>
    internal static HashSet<long> Take(SupportDbContext db, IEnumerable<Call> calls, DateTime now)
    {
        var statements = PreparedStatements.Of(db);
        var at = SqliteConventions.Text(now);
        return [.. calls.Where(call => statements.Changes(TakeOne, call.Id, at)).Select(call => call.Id)];
    }

    /// <summary>
    /// Notes a failed attempt: tried again after <paramref name="wait"/>, or given up when that is null. Written without reading the
    /// row, since a row that cannot be read is one way to fail; <paramref name="attempts"/> are those before this one, so that an
    /// attempt that two runners made at once counts once.
    /// </summary>
    internal static Task MarkFailedAsync(
        SupportDbContext db, long id, int attempts, string fault, DateTime now, TimeSpan? wait, CancellationToken cancellation)
    {
        DateTime? next = now + wait, gaveUp = wait is null ? now : null;
        return db.Calls.Where(call => call.Id == id && call.Attempts == attempts && call.ProcessedAt == null).ExecuteUpdateAsync(
            call => call
                .SetProperty(row => row.Attempts, attempts + 1)
                .SetProperty(row => row.Fault, fault)
                .SetProperty(row => row.NextAttemptAt, next)
                .SetProperty(row => row.GaveUpAt, gaveUp),
            cancellation);
    }

    /// <summary>Puts calls that were given up back in the queue, all of them without an <paramref name="id"/>; written without reading, as above.</summary>
    internal static Task<int> RetryAsync(SupportDbContext db, long? id, CancellationToken cancellation) =>
        db.Calls.Where(call => call.ProcessedAt == null && call.GaveUpAt != null && (id == null || call.Id == id)).ExecuteUpdateAsync(
            call => call
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.NextAttemptAt, (DateTime?)null)
                .SetProperty(row => row.GaveUpAt, (DateTime?)null),
            cancellation);

    private static Call Read(StatementRow row) => new()
    {
        Id = row.Long(0),
        Source = row.Text(1),
        ExternalId = row.Text(2),
        ProjectId = row.Long(3),
        InstructionVersion = row.IsNull(4) ? null : row.Int(4),
        CustomerId = row.TextOrNull(5),
        Status = Enum.Parse<CallStatus>(row.Text(6)),
        FailureReason = row.TextOrNull(7),
        EndedBy = row.TextOrNull(8) is { } ended ? Enum.Parse<CallEnding>(ended) : null,
        StartedAt = row.Time(9),
        DurationSeconds = row.Int(10),
        Fields = row.Json<Dictionary<string, string>>(11),
        Transcript = row.Json<List<TranscriptLine>>(12),
        ReceivedAt = row.Time(13),
        Attempts = row.Int(14),
    };
}
