using Microsoft.Extensions.Options;
using Quartz;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Retention;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Jobs;

/// <summary>Makes a backup, and removes those that are kept no longer.</summary>
[DisallowConcurrentExecution]
public sealed class BackupJob(BackupShelf shelf, JobRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await shelf.MakeAsync(runs.ProgressOf(context));
}

/// <summary>Deletes what the policy keeps no longer, files of imports that are old enough, and old runs of jobs.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(
    CallRetention retention, ImportUpkeep imports, RunBook book, JobRuns runs, IOptionsMonitor<JobsOptions> options, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var progress = runs.ProgressOf(context);
        await retention.RunAsync(progress, Actor.System);
        await book.PruneAsync(clock.GetUtcNow().UtcDateTime.AddDays(-options.CurrentValue.KeepDays), progress.Stopping);
        await imports.RunAsync(progress.Stopping); // Last: it fails when a file cannot be removed.
    }
}

/// <summary>Compares the counts with a recount of the calls.</summary>
[DisallowConcurrentExecution]
public sealed class CheckCountsJob(CountCheck check, JobRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await check.CheckAsync(runs.ProgressOf(context));
}

/// <summary>Makes counts anew where that was asked for. Stopped by a person it forgets the rest; a process that ends leaves it to the next.</summary>
[DisallowConcurrentExecution]
public sealed class RebuildCountsJob(CountRebuild rebuild, JobRuns runs, IHostApplicationLifetime process) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await rebuild.RunAsync(runs.ProgressOf(context));
        }
        catch (OperationCanceledException) when (!process.ApplicationStopping.IsCancellationRequested)
        {
            await rebuild.ForgetAsync();
            throw;
        }
    }
}
