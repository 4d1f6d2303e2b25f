using Microsoft.Extensions.Options;
using Quartz;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Jobs;

/// <summary>The jobs as a person sees them, and "run now".</summary>
public sealed class JobControl(JobRuns runs, ISchedulerFactory schedulers, WriteGate gate, IOptions<JobsOptions> options)
{
    /// <summary>Whether this process runs jobs at all.</summary>
    public bool Enabled => options.Value.Enabled;

    public async Task<IReadOnlyList<JobState>> ListAsync(CancellationToken cancellation = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var states = new List<JobState>();
        foreach (var job in JobSchedule.Jobs)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(job.Name), cancellation);
            states.Add(new JobState(job.Name, job.Every, runs.Last(job.Name), Enabled ? trigger?.NextFireTimeUtc?.UtcDateTime : null));
        }

        return states;
    }

    /// <summary>Runs a job once, now, beside its schedule; false when there is no such job or the schedule is off.</summary>
    public async Task<bool> RunAsync(string name, Actor actor, CancellationToken cancellation = default)
    {
        if (!Enabled || JobSchedule.Jobs.All(job => job.Name != name))
        {
            return false;
        }

        await gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                db.Audit(actor, "job.run", "job", 0, new { Job = name });
            },
            cancellation);
        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.TriggerJob(new JobKey(name), cancellationToken: cancellation);
        return true;
    }
}
