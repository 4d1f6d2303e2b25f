using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Upkeep.Counts;

/// <summary>
/// Makes counts anew from the calls. Which projects are to be rebuilt, and how far each is, stands in <see cref="CountState"/>. Each
/// stretch of time is counted and put right in one turn of writing, in which no call can be counted or taken back; a call that
/// comes in between two turns is counted by its own commit, before or after its stretch was looked at, and either way once.
/// </summary>
public sealed class CountRebuild(WriteGate gate, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Whether a rebuild was asked for and is not done.</summary>
    public async Task<bool> IsAskedAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.CountStates.AnyAsync(state => state.RebuildFrom != null, cancellation);
    }

    /// <summary>Asks for one project, or all of them; a rebuild that is under way goes on from where it is.</summary>
    public Task AskAsync(long? projectId, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                var projects = await db.Projects.Where(project => projectId == null || project.Id == projectId).Select(project => project.Id).ToListAsync(cancellation);
                foreach (var project in projects)
                {
                    var state = await CountState.OfAsync(db, project, cancellation);
                    if (state.RebuildFrom is null)
                    {
                        state.RebuildFrom = DateTime.MinValue;
                    }
                }

                db.Audit(actor, "job.rebuild", projectId is null ? "job" : "project", projectId ?? 0, new { Projects = projects.Count });
                db.Announce(LiveTopic.Job, 0);
            },
            cancellation);

    /// <summary>Rebuilds what was asked for; returns how many counts were wrong. Stopped by a person, it forgets the rest.</summary>
    public async Task<int> RunAsync(RunProgress progress)
    {
        List<long> projects;
        await using (var db = await contexts.CreateDbContextAsync(progress.Stopping))
        {
            projects = await db.CountStates.Where(state => state.RebuildFrom != null).OrderBy(state => state.ProjectId).Select(state => state.ProjectId).ToListAsync(progress.Stopping);
        }

        var (mended, done, total) = (0, 0L, await TotalAsync(projects, progress.Stopping));
        foreach (var project in projects)
        {
            await using var db = await contexts.CreateDbContextAsync(progress.Stopping);
            var recount = await Recount.OfAsync(db, project, progress.Stopping);
            while (recount is not null && await StepAsync(project, recount, progress.Stopping) is { } step)
            {
                (mended, done) = (mended + step.Mended, done + step.Calls);
                await progress.ReportAsync(Math.Min(done, total), total);
            }
        }

        await progress.ReportAsync(total, total, RunNote.Of("counts.rebuilt", $"{projects.Count}", $"{mended}"));
        return mended;
    }

    /// <summary>Forgets what was asked for and is not done: somebody stopped it.</summary>
    public Task ForgetAsync() => gate.WriteAsync(db =>
        db.CountStates.Where(state => state.RebuildFrom != null).ExecuteUpdateAsync(set => set.SetProperty(state => state.RebuildFrom, (DateTime?)null)));

    private async Task<long> TotalAsync(List<long> projects, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var total = 0L;
        foreach (var project in projects)
        {
            var from = await db.CountStates.Where(state => state.ProjectId == project)
                .Select(state => state.KeptBefore > state.RebuildFrom ? state.KeptBefore : state.RebuildFrom).SingleAsync(cancellation);
            total += await db.Calls.CountAsync(call => call.ProjectId == project && call.StartedAt >= from, cancellation);
        }

        return total;
    }

    /// <summary>One stretch in one turn; null when the project is done.</summary>
    private async Task<(int Calls, int Mended)?> StepAsync(long projectId, Recount recount, CancellationToken cancellation)
    {
        await using var before = await contexts.CreateDbContextAsync(cancellation);
        if (await before.CountStates.AsNoTracking().SingleAsync(state => state.ProjectId == projectId, cancellation) is not { RebuildFrom: { } from } asked)
        {
            return null;
        }

        from = asked.KeptBefore > from ? asked.KeptBefore.Value : from;
        var end = await recount.PrepareAsync(before, from, cancellation);
        return await gate.WriteAsync<(int, int)?>(
            async db =>
            {
                var state = await CountState.OfAsync(db, projectId, cancellation);
                if (state.RebuildFrom is null)
                {
                    return null;
                }

                // Retention may have been here since: then only what it left is compared.
                from = state.KeptBefore > from ? state.KeptBefore.Value : from;
                var stretch = await recount.CompareAsync(db, from, end < from ? from : end, cancellation);
                CallCounting.Correct(db, projectId, [.. stretch.Differences.Select(wrong => (wrong.Version, wrong.Bucket, wrong.Kind, wrong.Value, wrong.Expected))]);
                state.RebuildFrom = stretch.IsLast ? null : stretch.End;
                if (stretch.IsLast)
                {
                    (state.Differences, state.Found) = (0, []);
                    db.Announce(LiveTopic.Job, 0);
                }

                if (stretch.Differences.Count > 0)
                {
                    db.Announce(LiveTopic.Call, projectId);
                }

                return (stretch.Calls, stretch.Differences.Count);
            },
            cancellation);
    }
}
