using SupportConsole.Domain.Access;

namespace SupportConsole.Jobs;

/// <summary>Starts the jobs that go by the clock of the workspace, or were asked for, when they are due.</summary>
internal sealed partial class DueJobs(JobControl control, JobTimes times, TimeProvider clock, ILogger<DueJobs> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(JobSchedule.Soon, clock, stoppingToken);
        while (true)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault); // The database is out of reach, say: the next look finds the same.
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var job in JobSchedule.Jobs.Where(job => job.Pace != JobPace.Every))
        {
            if (await times.NextAsync(job, cancellation) <= clock.GetUtcNow().UtcDateTime)
                await control.StartAsync(job, Actor.System, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking which jobs are due failed")]
    private partial void LogFault(Exception fault);
}
