using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Upkeep.Retention;

/// <summary>
/// Deletes what was said in old calls, and old calls, by the workspace's policy. A call that is not processed stays until it is, and one
/// that was imported as long as the import's file, which holds the same: until then the import can be undone. The counts stay, and with them everything that is drawn, detected and measured: all of that goes by counts.
/// </summary>
public sealed class CallRetention(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, IOptionsMonitor<RetentionOptions> options, TimeProvider clock)
{
    private const int RowsPerCommit = 500;

    /// <summary>What a run would delete now.</summary>
    public async Task<RetentionPreview> PreviewAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (transcripts, calls) = Limits();
        var preview = new RetentionPreview(0, 0);
        var spared = Spared(db);
        foreach (var project in await ProjectsAsync(db, cancellation))
        {
            preview += await PreviewAsync(db.Calls.Where(call => call.ProjectId == project), Own(db, project, spared), transcripts, calls, cancellation);
        }

        return preview;
    }

    public async Task<RetentionPreview> RunAsync(RunProgress progress, Actor actor)
    {
        var total = await PreviewAsync(progress.Stopping);
        var (transcripts, calls) = Limits();
        List<long> projects;
        await using (var db = await contexts.CreateDbContextAsync(progress.Stopping))
        {
            projects = await ProjectsAsync(db, progress.Stopping);
        }

        var gone = new RetentionPreview(0, 0);
        try
        {
            foreach (var project in projects)
            {
                // Calls first: of those that go altogether nothing else need be deleted.
                var from = DateTime.MinValue;
                while (calls is { } limit && await DeleteCallsAsync(project, from, limit, progress.Stopping) is var step && (step.Rows > 0 || step.Last > from))
                {
                    (gone, from) = (gone + new RetentionPreview(0, step.Rows), step.Last);
                    await progress.ReportAsync(gone.Sum, Math.Max(total.Sum, gone.Sum));
                }

                from = DateTime.MinValue;
                while (transcripts is { } limit && await DeleteTranscriptsAsync(project, from, limit, progress.Stopping) is var step && (step.Rows > 0 || step.Last > from))
                {
                    (gone, from) = (gone + new RetentionPreview(step.Rows, 0), step.Last);
                    await progress.ReportAsync(gone.Sum, Math.Max(total.Sum, gone.Sum));
                }
            }
        }
        finally
        {
            await SayAsync(gone, actor); // Also of a run that was stopped: what is gone is gone.
        }

        await progress.ReportAsync(gone.Sum, gone.Sum, gone.Sum == 0 ? null : RunNote.Of("retention.done", $"{gone.Transcripts}", $"{gone.Calls}"));
        return gone;
    }

    private static Task<List<long>> ProjectsAsync(SupportDbContext db, CancellationToken cancellation) =>
        db.Projects.OrderBy(project => project.Id).Select(project => project.Id).ToListAsync(cancellation);

    /// <summary>Imports that can still be undone: those whose file is kept, and those that are partly undone.</summary>
    private static List<long> Spared(SupportDbContext db) => PreparedStatements.Of(db).Rows(
        """SELECT "Id" FROM "Imports" WHERE "Kept" IS NOT NULL OR "Status" = 'Undoing' OR ("Removed" > 0 AND "Status" <> 'Undone')""", row => row.Long(0));

    private static IQueryable<Call> Own(SupportDbContext db, long project, List<long> spared) => spared.Count == 0
        ? db.Calls.Where(call => call.ProjectId == project)
        : db.Calls.Where(call => call.ProjectId == project && (call.ImportId == null || !spared.Contains(call.ImportId.Value)));

    private static async Task<RetentionPreview> PreviewAsync(
        IQueryable<Call> all, IQueryable<Call> own, DateTime? transcripts, DateTime? calls, CancellationToken cancellation)
    {
        var waiting = own.Where(call => call.ProcessedAt == null); // few, and found through the two indexes of the queue
        var going = calls is null ? 0
            : await own.CountAsync(call => call.StartedAt < calls, cancellation) - await waiting.CountAsync(call => call.StartedAt < calls, cancellation);
        if (transcripts is null || transcripts <= calls)
        {
            return new(0, going);
        }

        var old = await own.CountAsync(call => call.StartedAt < transcripts && (calls == null || call.StartedAt >= calls), cancellation)
            - await waiting.CountAsync(call => call.StartedAt < transcripts && (calls == null || call.StartedAt >= calls), cancellation);
        var without = await all.CountAsync(
            call => call.TranscriptGoneAt != null && call.StartedAt < transcripts && (calls == null || call.StartedAt >= calls), cancellation);
        return new(Math.Max(0, old - without), going);
    }

    private Task<(int Rows, DateTime Last)> DeleteCallsAsync(long project, DateTime from, DateTime limit, CancellationToken cancellation) =>
        DeleteAsync(project, from, limit, all => all, (calls, _) => calls.ExecuteDeleteAsync(cancellation), cancellation);

    private Task<(int Rows, DateTime Last)> DeleteTranscriptsAsync(long project, DateTime from, DateTime limit, CancellationToken cancellation) => DeleteAsync(
        project, from, limit,
        all => all.Where(call => call.TranscriptGoneAt == null),
        (calls, now) => calls.ExecuteUpdateAsync(
            set => set.SetProperty(call => call.Transcript, new List<TranscriptLine>()).SetProperty(call => call.TranscriptGoneAt, now), cancellation),
        cancellation);

    /// <summary>
    /// The next that may go are read beside the writer's turn: where many are spared, passing over them takes a while. It goes on from the last
    /// one, so that what is passed over once is not passed over for each batch.
    /// </summary>
    private async Task<(int Rows, DateTime Last)> DeleteAsync(
        long project, DateTime from, DateTime limit, Func<IQueryable<Call>, IQueryable<Call>> which, Func<IQueryable<Call>, DateTime, Task<int>> delete, CancellationToken cancellation)
    {
        await using var read = await contexts.CreateDbContextAsync(cancellation);
        var found = await which(Own(read, project, Spared(read)).Where(call => call.StartedAt >= from && call.StartedAt < limit && call.ProcessedAt != null))
            .OrderBy(call => call.StartedAt).Select(call => new { call.Id, call.StartedAt, call.ImportId }).Take(RowsPerCommit).ToListAsync(cancellation);
        return found.Count == 0 ? (0, from) : await gate.WriteAsync(
            async db =>
            {
                var spared = Spared(db); // An undo may have begun since.
                var rows = found.FindAll(row => row.ImportId is not { } import || !spared.Contains(import));
                if (rows.Count > 0)
                {
                    await CountState.KeepAsync(db, project, rows[^1].StartedAt, cancellation);
                    Thin(db, rows.Select(row => row.ImportId));
                    var ids = rows.ConvertAll(row => row.Id);
                    await delete(db.Calls.Where(call => ids.Contains(call.Id)), db.Now);
                    db.Announce(LiveTopic.Call, project);
                }

                return (rows.Count, found[^1].StartedAt);
            },
            cancellation);
    }

    /// <summary>What the calls counted for can no longer be told from them: these imports cannot be undone any more.</summary>
    private static void Thin(SupportDbContext db, IEnumerable<long?> imports)
    {
        var statements = PreparedStatements.Of(db);
        foreach (var id in imports.OfType<long>().Distinct())
        {
            if (statements.Changes("""UPDATE "Imports" SET "ThinnedAt" = $2 WHERE "Id" = $1 AND "ThinnedAt" IS NULL""", id, SqliteConventions.Text(db.Now)))
            {
                db.Announce(LiveTopic.Import, id);
            }
        }
    }

    private Task SayAsync(RetentionPreview gone, Actor actor) => gone.Sum == 0 ? Task.CompletedTask : gate.WriteAsync(db =>
    {
        var (transcripts, calls) = (options.CurrentValue.TranscriptDays, options.CurrentValue.CallDays);
        db.Audit(actor, "job.retention", "job", 0, new { gone.Transcripts, gone.Calls, TranscriptDays = transcripts, CallDays = calls });
        return Task.CompletedTask;
    });

    /// <summary>Before when it goes; null keeps it.</summary>
    private (DateTime? Transcripts, DateTime? Calls) Limits()
    {
        var (now, policy) = (clock.GetUtcNow().UtcDateTime, options.CurrentValue);
        return (Before(policy.TranscriptDays), Before(policy.CallDays));

        DateTime? Before(int days) => days == 0 ? null : now.AddDays(-days);
    }
}

/// <summary>How many transcripts and calls go, or went.</summary>
public sealed record RetentionPreview(int Transcripts, int Calls)
{
    public long Sum => (long)Transcripts + Calls;

    public static RetentionPreview operator +(RetentionPreview a, RetentionPreview b) => new(a.Transcripts + b.Transcripts, a.Calls + b.Calls);
}
