using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Upkeep.Counts;

/// <summary>Counts the calls again and keeps what differs, project by project. It only reads while it counts, so nobody waits for it.</summary>
public sealed class CountCheck(WriteGate gate, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Differences kept by name; the others are counted.</summary>
    public const int MostNamed = 20;

    /// <summary>Checks every project, or one; returns how many counts differ.</summary>
    public async Task<int> CheckAsync(RunProgress progress, long? projectId = null)
    {
        List<long> projects;
        await using (var db = await contexts.CreateDbContextAsync(progress.Stopping))
        {
            projects = await db.Projects.Where(project => projectId == null || project.Id == projectId).OrderBy(project => project.Id)
                .Select(project => project.Id).ToListAsync(progress.Stopping);
        }

        var (differences, wrong) = (0, 0);
        foreach (var (index, project) in projects.Index())
        {
            await progress.ReportAsync(index, projects.Count);
            var found = await CheckAsync(project, progress.Stopping);
            differences += found;
            wrong += found > 0 ? 1 : 0;
        }

        await progress.ReportAsync(projects.Count, projects.Count, differences == 0
            ? RunNote.Of("counts.right", $"{projects.Count}")
            : RunNote.Of("counts.wrong", $"{differences}", $"{wrong}"));
        return differences;
    }

    private async Task<int> CheckAsync(long projectId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await Recount.OfAsync(db, projectId, cancellation) is not { } recount)
        {
            return 0;
        }

        var (calls, found) = (0, new List<CountDifference>());
        var from = DateTime.MinValue;
        while (true)
        {
            var stretch = await ReadAsync(db, recount, projectId, from, cancellation);
            calls += stretch.Calls;
            found.AddRange(stretch.Differences);
            if (stretch.IsLast)
            {
                break;
            }

            from = stretch.End;
        }

        await gate.WriteAsync(
            async write =>
            {
                var state = await CountState.OfAsync(write, projectId, cancellation);
                (state.CheckedAt, state.CheckedCalls, state.Differences) = (write.Now, calls, found.Count);
                state.Found = [.. found.Take(MostNamed)];
                write.Announce(LiveTopic.Job, 0);
            },
            cancellation);
        return found.Count;
    }

    /// <summary>Calls and counts of one moment: a reading transaction sees no later commit, and keeps no writer waiting.</summary>
    private static async Task<Recount.Stretch> ReadAsync(SupportDbContext db, Recount recount, long projectId, DateTime from, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancellation);
        try
        {
            var kept = await db.CountStates.Where(state => state.ProjectId == projectId).Select(state => state.KeptBefore).SingleOrDefaultAsync(cancellation);
            from = kept > from ? kept.Value : from;
            return await recount.CompareAsync(db, from, await recount.PrepareAsync(db, from, cancellation), cancellation);
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
