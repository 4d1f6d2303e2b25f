using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportConsole.Domain.Access;

/// <summary>Every few seconds: hears what other processes changed, and writes when sessions and keys were seen.</summary>
public sealed class AccessUpkeep(
    AccessNews news, SeenTimes seen, TimeProvider clock, IOptions<AccessOptions> options, ILogger<AccessUpkeep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(1, options.Value.CheckSeconds)), clock);
        do
        {
            try
            {
                await news.TellAsync(stoppingToken);
                await seen.WriteAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "Could not look after sessions and keys; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
