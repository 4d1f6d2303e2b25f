using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Health;

/// <summary>What is received is also processed: the worker neither ended nor hangs.</summary>
internal sealed class WorkersRun(EventWorker worker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(worker.IsAlive
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The event worker does not come round."));
}
