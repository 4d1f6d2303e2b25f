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
        var spared = await SparedAsync(db, cancellation);
        foreach (var project in await ProjectsAsync(db, cancellation))
        {
            preview += await PreviewAsync(Own(db, project, spared), transcripts, calls, cancellation);
        }

        return preview;
    }

    public async Task<RetentionPreview> RunAsync(RunProgress progress, Actor actor)
    {
        var total = await PreviewAsync(progress.Stopping);
        var (transcripts, calls) = Limits();
        List<long> projects, spared;
        await using (var db = await contexts.CreateDbContextAsync(progress.Stopping))
        {
            projects = await ProjectsAsync(db, progress.Stopping);
            spared = await SparedAsync(db, progress.Stopping);
        }

        var gone = new RetentionPreview(0, 0);
        try
        {
            foreach (var project in projects)
            {
                // Calls first: of those that go altogether nothing else need be deleted.
                var from = DateTime.MinValue;
                while (calls is { } limit && await DeleteCallsAsync(project, spared, from, limit, progress.Stopping) is { Rows: > 0 } step)
                {
                    (gone, from) = (gone + new RetentionPreview(0, step.Rows), step.Last);
                    await progress.ReportAsync(gone.Sum, Math.Max(total.Sum, gone.Sum));
                }

                from = DateTime.MinValue;
                while (transcripts is { } limit && await DeleteTranscriptsAsync(project, spared, from, limit, progress.Stopping) is { Rows: > 0 } step)
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

    /// <summary>Imports whose file is still kept.</summary>
    private static Task<List<long>> SparedAsync(SupportDbContext db, CancellationToken cancellation) =>
        db.Imports.Where(import => import.Kept != null).Select(import => import.Id).ToListAsync(cancellation);

    private static IQueryable<Call> Own(SupportDbContext db, long project, List<long> spared) => spared.Count == 0
        ? db.Calls.Where(call => call.ProjectId == project)
        : db.Calls.Where(call => call.ProjectId == project && (call.ImportId == null || !spared.Contains(call.ImportId.Value)));

    private static async Task<RetentionPreview> PreviewAsync(IQueryable<Call> own, DateTime? transcripts, DateTime? calls, CancellationToken cancellation)
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
        var without = await own.CountAsync(
            call => call.TranscriptGoneAt != null && call.StartedAt < transcripts && (calls == null || call.StartedAt >= calls), cancellation);
        return new(old - without, going);
    }

    /// <summary>Goes on from the last one: those that are spared are not looked through again for each batch.</summary>
    private Task<(int Rows, DateTime Last)> DeleteCallsAsync(long project, List<long> spared, DateTime from, DateTime limit, CancellationToken cancellation) =>
        gate.WriteAsync(
            async db =>
            {
                var rows = await Own(db, project, spared).Where(call => call.StartedAt >= from && call.StartedAt < limit && call.ProcessedAt != null)
                    .OrderBy(call => call.StartedAt).Select(call => new { call.Id, call.StartedAt, call.ImportId }).Take(RowsPerCommit).ToListAsync(cancellation);
                if (rows.Count == 0)
                {
                    return (0, from);
                }

                await CountState.KeepAsync(db, project, rows[^1].StartedAt, cancellation);
                await ThinAsync(db, rows.Select(row => row.ImportId), cancellation);
                var ids = rows.Select(row => row.Id).ToList();
                db.Announce(LiveTopic.Call, project);
                return (await db.Calls.Where(call => ids.Contains(call.Id)).ExecuteDeleteAsync(cancellation), rows[^1].StartedAt);
            },
            cancellation);

    /// <summary>What the calls counted for can no longer be told from them: these imports cannot be undone any more.</summary>
    private static async Task ThinAsync(SupportDbContext db, IEnumerable<long?> imports, CancellationToken cancellation)
    {
        foreach (var id in imports.OfType<long>().Distinct())
        {
            if (await db.Imports.SingleAsync(import => import.Id == id, cancellation) is { ThinnedAt: null } import)
            {
                import.Thin(db.Now);
                db.Announce(LiveTopic.Import, id);
            }
        }
    }

    /// <summary>Goes on from the last one: those that have none any more are not looked through again for each batch.</summary>
    private Task<(int Rows, DateTime Last)> DeleteTranscriptsAsync(long project, List<long> spared, DateTime from, DateTime limit, CancellationToken cancellation) =>
        gate.WriteAsync(
            async db =>
            {
                var rows = await Own(db, project, spared)
                    .Where(call => call.StartedAt >= from && call.StartedAt < limit && call.TranscriptGoneAt == null && call.ProcessedAt != null)
                    .OrderBy(call => call.StartedAt).Select(call => new { call.Id, call.StartedAt, call.ImportId }).Take(RowsPerCommit).ToListAsync(cancellation);
                if (rows.Count == 0)
                {
                    return (0, from);
                }

                await CountState.KeepAsync(db, project, rows[^1].StartedAt, cancellation);
                await ThinAsync(db, rows.Select(row => row.ImportId), cancellation);
                var ids = rows.Select(row => row.Id).ToList();
                var now = db.Now;
                await db.Calls.Where(call => ids.Contains(call.Id)).ExecuteUpdateAsync(
                    set => set.SetProperty(call => call.Transcript, new List<TranscriptLine>()).SetProperty(call => call.TranscriptGoneAt, now), cancellation);
                db.Announce(LiveTopic.Call, project);
                return (rows.Count, rows[^1].StartedAt);
            },
            cancellation);

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
