using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// Takes up what is to be done with imports, one at a time, oldest first; also what another process left behind. It works only while it
/// holds the data: of several processes on it one imports.
/// </summary>
public sealed partial class ImportWorker(
    ImportRunner runner, IDbContextFactory<SupportDbContext> contexts, ImportLock hold, ImportBell bell, IOptionsMonitor<ImportOptions> options,
    TimeProvider clock, ILogger<ImportWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (hold.TryTake() && await NextAsync(stoppingToken) is { } next)
                {
                    await runner.WorkAsync(next, stoppingToken);
                    continue;
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
            }

            await bell.WaitAsync(TimeSpan.FromSeconds(options.CurrentValue.IdleSeconds), clock, stoppingToken);
        }
    }

    private async Task<long?> NextAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Imports.AsNoTracking()
            .Where(import => import.Status == ImportStatus.Checking || import.Status == ImportStatus.Queued || import.Status == ImportStatus.Running || import.Status == ImportStatus.Undoing)
            .OrderBy(import => import.Id).Select(import => (long?)import.Id).FirstOrDefaultAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import failed")]
    private partial void LogFault(Exception fault);
}
