using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Domain.Intake;

/// <summary>Runs the pipeline whenever there is something to process; at its start it makes good what a crash left.</summary>
public sealed partial class EventWorker(
    EventPipeline pipeline, SuggestionApplier applier, Doorbell doorbell, IOptionsMonitor<IntakeOptions> options, TimeProvider clock,
    ILogger<EventWorker> logger) : BackgroundService
{
    private long _cameRound = long.MinValue;

    /// <summary>Whether it runs, and came round lately: even when there is nothing to do it looks after the idle seconds.</summary>
    public bool IsAlive =>
        ExecuteTask is { IsCompleted: false } && Volatile.Read(ref _cameRound) is var at and not long.MinValue
        && clock.GetElapsedTime(at) < TimeSpan.FromSeconds(options.CurrentValue.StuckSeconds + options.CurrentValue.IdleSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var caughtUp = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            Volatile.Write(ref _cameRound, clock.GetTimestamp());
            try
            {
                if (!caughtUp)
                {
                    await applier.ApplyAcceptedAsync(stoppingToken);
                    caughtUp = true;
                }

                if (await pipeline.ProcessAsync(stoppingToken) == 0)
                {
                    await doorbell.WaitAsync(TimeSpan.FromSeconds(options.CurrentValue.IdleSeconds), clock, stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database was out of reach (a full disk, say): say so and try again, rather than end the process.
                LogFault(fault);
                await Task.Delay(TimeSpan.FromSeconds(options.CurrentValue.IdleSeconds), clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The event worker failed and tries again")]
    private partial void LogFault(Exception fault);
}
