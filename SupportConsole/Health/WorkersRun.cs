using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Health;

/// <summary>What records and processes events has not ended: it should never end before the process does.</summary>
internal sealed class WorkersRun(IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ended = services.GetServices<IHostedService>().OfType<BackgroundService>()
            .Where(worker => worker is GroupCommit or EventWorker && worker.ExecuteTask is not { IsCompleted: false })
            .Select(worker => worker.GetType().Name).ToList();
        return Task.FromResult(ended.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Ended: {string.Join(", ", ended)}."));
    }
}
