using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Upkeep.Runs;

/// <summary>Keeps the runs of jobs, so that they can be read after a restart.</summary>
public sealed class RunBook(WriteGate gate, IDbContextFactory<SupportDbContext> contexts)
{
    public const int Page = 20;

    private const int FaultLength = 1_000;

    /// <summary>Rows removed in one commit.</summary>
    private const int RowsPerCommit = 500;

    public Task<JobRun> StartAsync(string job, string askedBy, CancellationToken cancellation = default) =>
        WriteAsync(
            db =>
            {
                var run = new JobRun { Job = job, StartedAt = db.Now, AskedBy = askedBy };
                db.JobRuns.Add(run);
                return Task.FromResult(run);
            },
            cancellation);

    public Task ReportAsync(long id, long done, long total, RunNote? note, CancellationToken cancellation = default) =>
        WriteAsync(
            db => db.JobRuns.Where(run => run.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Done, done).SetProperty(run => run.Total, total).SetProperty(run => run.Note, note), cancellation),
            cancellation);

    /// <summary>Ends a run; one without anything to tell takes the place of those like it.</summary>
    public Task EndAsync(JobRun ended, CancellationToken cancellation = default) =>
        WriteAsync(
            async db =>
            {
                if (ended.Routine)
                {
                    await db.JobRuns.Where(run => run.Job == ended.Job && run.Id < ended.Id && run.Routine).ExecuteDeleteAsync(cancellation);
                }

                var fault = ended.Fault is { Length: > FaultLength } text ? text[..FaultLength] : ended.Fault;
                return await db.JobRuns.Where(run => run.Id == ended.Id).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(run => run.Took, ended.Took).SetProperty(run => run.Outcome, ended.Outcome).SetProperty(run => run.Fault, fault)
                        .SetProperty(run => run.Done, ended.Done).SetProperty(run => run.Total, ended.Total).SetProperty(run => run.Note, ended.Note)
                        .SetProperty(run => run.Routine, ended.Routine),
                    cancellation);
            },
            cancellation);

    /// <summary>Marks what was under way when its process ended; only for a process that is alone on the data.</summary>
    public Task InterruptAsync(CancellationToken cancellation = default) =>
        WriteAsync(
            db => db.JobRuns.Where(run => run.Outcome == RunOutcome.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.Outcome, RunOutcome.Interrupted), cancellation),
            cancellation);

    /// <summary>Removes runs that began before; each job keeps its last.</summary>
    public async Task PruneAsync(DateTime before, CancellationToken cancellation = default)
    {
        while (true)
        {
            var gone = await gate.WriteAsync(
                db =>
                {
                    var old = db.JobRuns.Where(run => run.StartedAt < before && db.JobRuns.Any(later => later.Job == run.Job && later.Id > run.Id))
                        .OrderBy(run => run.Id).Take(RowsPerCommit).Select(run => run.Id);
                    return db.JobRuns.Where(run => old.Contains(run.Id)).ExecuteDeleteAsync(cancellation);
                },
                cancellation);
            if (gone < RowsPerCommit)
            {
                return;
            }
        }
    }

    public async Task<JobRun?> LastAsync(string job, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.JobRuns.AsNoTracking().Where(run => run.Job == job).OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The last run that came to an end, well or not: one that was interrupted is still to be done.</summary>
    public async Task<JobRun?> LastEndedAsync(string job, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.JobRuns.AsNoTracking()
            .Where(run => run.Job == job && run.Outcome != RunOutcome.Running && run.Outcome != RunOutcome.Interrupted)
            .OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>A page of a job's runs, newest first; <paramref name="before"/> is the last id of the page before.</summary>
    public async Task<JobRunPage> ListAsync(string job, long? before = null, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.JobRuns.AsNoTracking().Where(run => run.Job == job && (before == null || run.Id < before))
            .OrderByDescending(run => run.Id).Take(Page + 1).ToListAsync(cancellation);
        return rows.Count <= Page ? new(rows, null) : new(rows[..Page], rows[Page - 1].Id);
    }

    private Task<T> WriteAsync<T>(Func<SupportDbContext, Task<T>> work, CancellationToken cancellation) =>
        gate.WriteAsync(
            db =>
            {
                db.Announce(LiveTopic.Job, 0);
                return work(db);
            },
            cancellation);
}

/// <summary>One page; <paramref name="Next"/> is null on the last.</summary>
public sealed record JobRunPage(IReadOnlyList<JobRun> Rows, long? Next);
