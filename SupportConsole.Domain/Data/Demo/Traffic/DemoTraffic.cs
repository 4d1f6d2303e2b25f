using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportConsole.Domain.Data.Demo.Traffic;

/// <summary>The stream of live calls, as irregular as real ones; does nothing unless the demo is on.</summary>
public sealed class DemoTraffic(
    DemoDialer dialer, DemoPruning pruning, IOptionsMonitor<DemoOptions> options, TimeProvider clock, ILogger<DemoTraffic> logger) : BackgroundService
{
    private const int CallsBetweenPrunings = 500;

    /// <summary>How often a stopped or quiet stream looks whether it may go on.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CurrentValue.Enabled)
        {
            return;
        }

        var random = new Random();
        for (var placed = 0; !stoppingToken.IsCancellationRequested; placed++)
        {
            await Task.Delay(Gap(random), clock, stoppingToken);
            try
            {
                if (options.CurrentValue.CallsPerMinute == 0 || !await dialer.DialAsync($"demo-{Guid.NewGuid():N}", random, stoppingToken))
                {
                    await Task.Delay(Idle, clock, stoppingToken);
                }

                if (placed % CallsBetweenPrunings == 0)
                {
                    await pruning.PruneAsync(stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogWarning(fault, "The demo could not place a call");
                await Task.Delay(Idle, clock, stoppingToken);
            }
        }
    }

    /// <summary>The time to the next call: calls that come independently of each other have exponential gaps.</summary>
    private TimeSpan Gap(Random random)
    {
        var mean = 60.0 / Math.Max(1, options.CurrentValue.CallsPerMinute);
        return TimeSpan.FromSeconds(Math.Min(mean * 5, -Math.Log(1 - random.NextDouble()) * mean));
    }
}
