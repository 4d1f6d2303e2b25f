using System.Collections.Concurrent;
using Quartz;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Jobs;

/// <summary>
/// Writes each run of a job down as it goes: begun, how far, ended. A job that fails keeps its schedule: the next run finds the same
/// work. That a run cannot be written down (a full disk, say) stops no job.
/// </summary>
public sealed partial class JobRuns(RunBook book, TimeProvider clock, IHostApplicationLifetime process, ILogger<JobRuns> logger) : IJobListener
{
    public const string AskedBy = "asked_by";

    /// <summary>Twice a second is as often as a person sees a bar move.</summary>
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Running> _running = [];

    public string Name => "job_runs";

    /// <summary>Takes the job for a run that is about to be started; false when it runs, or is about to.</summary>
    internal bool TryTake(string job) => _running.TryAdd(job, new Running(null));

    internal void Release(string job) => _running.TryRemove(job, out _);

    public bool IsRunning(string job) => _running.ContainsKey(job);

    /// <summary>The run that is under way, as far as it is.</summary>
    internal JobRun? Current(string job) => _running.GetValueOrDefault(job)?.Run;

    /// <summary>Asks a run to stop; false when none is under way.</summary>
    internal bool Stop(string job)
    {
        if (_running.GetValueOrDefault(job) is not { Run: not null } running)
            return false;
        running.StoppedByHand = true;
        running.Stop.Cancel();
        return true;
    }

    /// <summary>What the job's own work reports to.</summary>
    internal RunProgress ProgressOf(IJobExecutionContext context)
    {
        var job = context.JobDetail.Key.Name;
        return _running.GetValueOrDefault(job) is { } running
            ? new RunProgress((done, total, note) => ReportAsync(running, done, total, note), running.Stop.Token)
            : RunProgress.None;
    }

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key.Name;
        var stop = CancellationTokenSource.CreateLinkedTokenSource(process.ApplicationStopping);
        try
        {
            var by = context.MergedJobDataMap.TryGetValue(AskedBy, out var who) ? (string)who! : Actor.System.Name;
            _running[job] = new Running(await book.StartAsync(job, by, cancellationToken)) { Stop = stop };
        }
        catch (Exception fault)
        {
            LogFault(fault, job);
            _running[job] = new Running(null) { Stop = stop };
        }
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key.Name;
        if (!_running.TryRemove(job, out var running) || running.Run is not { } run)
            return;
        var fault = jobException?.GetBaseException();
        run.Took = context.JobRunTime;
        run.Outcome = fault switch
        {
            null => RunOutcome.Done,
            OperationCanceledException when running.StoppedByHand => RunOutcome.Stopped,
            OperationCanceledException when process.ApplicationStopping.IsCancellationRequested => RunOutcome.Interrupted,
            _ => RunOutcome.Failed,
        };
        run.Fault = run.Outcome == RunOutcome.Failed ? fault!.Message : null;
        run.Routine = run is { Outcome: RunOutcome.Done, Total: 0, Note: null } && run.AskedBy == Actor.System.Name;
        try
        {
            await book.EndAsync(run, CancellationToken.None);
        }
        catch (Exception failed)
        {
            LogFault(failed, job);
        }
        finally
        {
            running.Stop.Dispose();
        }
    }

    private async Task ReportAsync(Running running, long done, long total, RunNote? note)
    {
        if (running.Run is not { } run)
            return;
        var changed = (run.Done, run.Total, run.Note) != (done, total, note);
        (run.Done, run.Total, run.Note) = (done, total, note);
        if (!changed || clock.GetElapsedTime(running.ReportedAt) < BetweenReports)
            return;
        running.ReportedAt = clock.GetTimestamp();
        try
        {
            await book.ReportAsync(run.Id, done, total, note, running.Stop.Token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, run.Job);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A run of the job {Job} could not be written down")]
    private partial void LogFault(Exception fault, string job);

    private sealed class Running(JobRun? run)
    {
        public JobRun? Run => run;

        public CancellationTokenSource Stop { get; init; } = new();

        public bool StoppedByHand { get; set; }

        public long ReportedAt { get; set; }
    }
}
