using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportConsole.Domain.Data;

namespace SupportConsole.Health;

/// <summary>The database answers, and has the shape that this build writes.</summary>
internal sealed class DatabaseAnswers(IDbContextFactory<SupportDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        return applied.LastOrDefault() == db.Database.GetMigrations().LastOrDefault()
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database is not at this build's last migration.");
    }
}
