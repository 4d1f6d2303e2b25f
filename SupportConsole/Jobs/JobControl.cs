using Microsoft.Extensions.Options;
using Quartz;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Jobs;

/// <summary>The jobs as a person sees them, "run now" and "stop".</summary>
public sealed class JobControl(
    JobRuns runs, RunBook book, JobTimes times, ISchedulerFactory schedulers, WriteGate gate, CountRebuild rebuild, IOptions<JobsOptions> options)
{
    /// <summary>Whether this process runs jobs at all.</summary>
    public bool Enabled => options.Value.Enabled;

    public async Task<IReadOnlyList<JobState>> ListAsync(CancellationToken cancellation = default)
    {
        var states = new List<JobState>();
        foreach (var job in JobSchedule.Jobs)
            states.Add(await StateAsync(job, cancellation));
        return states;
    }

    /// <summary>One of them.</summary>
    public Task<JobState> GetAsync(string name, CancellationToken cancellation = default) =>
        StateAsync(JobSchedule.Jobs.Single(job => job.Name == name), cancellation);

    /// <summary>Runs a job once, now, beside its schedule; false when there is no such job, it runs already, or the schedule is off.</summary>
    public async Task<bool> RunAsync(string name, Actor actor, CancellationToken cancellation = default)
    {
        if (!Enabled || JobSchedule.Jobs.FirstOrDefault(job => job.Name == name) is not { } job || runs.IsRunning(name))
            return false;
        await AuditAsync("job.run", name, actor, cancellation);
        if (job.Name == JobSchedule.RebuildCounts)
            await rebuild.AskAsync(null, actor, cancellation);
        return await StartAsync(job, actor, cancellation);
    }

    /// <summary>Makes the counts of one project anew.</summary>
    public async Task<bool> RebuildAsync(long projectId, Actor actor, CancellationToken cancellation = default)
    {
        if (!Enabled)
            return false;
        await rebuild.AskAsync(projectId, actor, cancellation);
        await StartAsync(JobSchedule.Jobs.Single(job => job.Name == JobSchedule.RebuildCounts), actor, cancellation); // One that runs is followed by another when it leaves any.
        return true;
    }

    /// <summary>Starts adding the labelled texts that were asked for; one that is under way is followed by another when it leaves any.</summary>
    public Task AddLabelsAsync(Actor actor, CancellationToken cancellation = default) =>
        StartAsync(JobSchedule.Jobs.Single(job => job.Name == JobSchedule.AddLabels), actor, cancellation);

    /// <summary>Stops a run that can be stopped; false when none is under way.</summary>
    public async Task<bool> StopAsync(string name, Actor actor, CancellationToken cancellation = default)
    {
        if (!JobSchedule.Jobs.Any(job => job.Name == name && job.CanStop) || !runs.IsRunning(name))
            return false;
        await AuditAsync("job.stopped", name, actor, cancellation);
        return runs.Stop(name);
    }

    /// <summary>Starts it unless it runs.</summary>
    public async Task<bool> StartAsync(ScheduledJob job, Actor actor, CancellationToken cancellation = default)
    {
        if (!runs.TryTake(job.Name))
            return false;
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            await scheduler.TriggerJob(job.Key, new JobDataMap { [JobRuns.AskedBy] = actor.Name }, cancellation);
            return true;
        }
        catch
        {
            runs.Release(job.Name);
            throw;
        }
    }

    private async Task<JobState> StateAsync(ScheduledJob job, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var trigger = await scheduler.GetTrigger(new TriggerKey(job.Name), cancellation);
        var next = job.Pace == JobPace.Every ? trigger?.NextFireTimeUtc?.UtcDateTime : await times.NextAsync(job, cancellation);
        return new JobState(job, runs.Current(job.Name) ?? await book.LastAsync(job.Name, cancellation), Enabled ? next : null);
    }

    private Task AuditAsync(string action, string job, Actor actor, CancellationToken cancellation) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
            db.Audit(actor, action, "job", 0, new { Job = job });
        },
        cancellation);
}
