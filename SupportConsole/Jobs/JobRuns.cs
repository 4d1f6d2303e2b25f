using System.Collections.Concurrent;
using Quartz;
using SupportConsole.Domain.Live;

namespace SupportConsole.Jobs;

/// <summary>Remembers each job's last run and tells open pages. A job that fails keeps its schedule: the next run finds the same work.</summary>
public sealed class JobRuns(LiveFeed feed, TimeProvider clock) : IJobListener
{
    private readonly ConcurrentDictionary<string, JobRun> _last = [];

    public string Name => "job_runs";

    public JobRun? Last(string job) => _last.GetValueOrDefault(job);

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        Note(context, new JobRun(clock.GetUtcNow().UtcDateTime));

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        var fault = jobException?.GetBaseException().Message;
        var started = Last(context.JobDetail.Key.Name)?.StartedAt ?? context.FireTimeUtc.UtcDateTime;
        return Note(context, new JobRun(started, context.JobRunTime, fault));
    }

    private ValueTask Note(IJobExecutionContext context, JobRun run)
    {
        _last[context.JobDetail.Key.Name] = run;
        feed.Announce(new LiveChange(LiveTopic.Job, 0));
        return ValueTask.CompletedTask;
    }
}
