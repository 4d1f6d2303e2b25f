using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Domain.Intake;

/// <summary>
/// The product on one screen: takes recorded calls through counting, detection and proposal, and marks them processed,
/// one commit a batch. A crash anywhere leaves them unprocessed and nothing else.
/// </summary>
public sealed partial class EventPipeline(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ProjectCheck check,
    IOptionsMonitor<IntakeOptions> options, TimeProvider clock, ILogger<EventPipeline> logger)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Processes the oldest unprocessed calls, at most a batch; returns how many were taken up.</summary>
    public async Task<int> ProcessAsync(CancellationToken cancellation = default)
    {
        var waiting = await UnprocessedAsync(cancellation);
        if (waiting.Count == 0)
        {
            return 0;
        }

        try
        {
            await ProcessBatchAsync([.. waiting.Select(call => call.Id)], cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One bad call must not hold up the others: each on its own finds the culprit.
            foreach (var call in waiting)
            {
                await ProcessAloneAsync(call, cancellation);
            }
        }

        return waiting.Count;
    }

    private async Task<List<Waiting>> UnprocessedAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = Now;
        return await db.Calls.AsNoTracking()
            .Where(call => call.ProcessedAt == null && call.GaveUpAt == null && (call.NextAttemptAt == null || call.NextAttemptAt <= now))
            .OrderBy(call => call.Id).Select(call => new Waiting(call.Id, call.ProjectId, call.Attempts)).Take(options.CurrentValue.BatchSize).ToListAsync(cancellation);
    }

    private Task ProcessBatchAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        gate.WriteAsync(
            async db =>
            {
                var calls = await db.Calls.AsNoTracking().Where(call => ids.Contains(call.Id) && call.ProcessedAt == null).ToListAsync(cancellation);
                foreach (var group in calls.GroupBy(call => call.ProjectId))
                {
                    var project = await db.Projects.SingleAsync(project => project.Id == group.Key, cancellation);
                    await ServedVersions.FillAsync(db, project.Id, group, cancellation);
                    CallCounting.Add(db, project, group);
                    await check.RunAsync(db, project, cancellation);
                    db.Announce(LiveTopic.Call, project.Id);
                }

                await Call.MarkProcessedAsync(db, ids, Now, cancellation);
            },
            cancellation);

    private async Task ProcessAloneAsync(Waiting call, CancellationToken cancellation)
    {
        try
        {
            await ProcessBatchAsync([call.Id], cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, call.Id);
            var limits = options.CurrentValue;
            var wait = TimeSpan.FromSeconds(limits.RetrySeconds * Math.Pow(2, call.Attempts));
            await gate.WriteAsync(
                db =>
                {
                    db.Announce(LiveTopic.Call, call.ProjectId);
                    return Call.MarkFailedAsync(db, call.Id, call.Attempts, fault.Message, Now, call.Attempts + 1 >= limits.MaxAttempts ? null : wait, cancellation);
                },
                cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Processing call {Id} failed")]
    private partial void LogFault(Exception fault, long id);

    private sealed record Waiting(long Id, long ProjectId, int Attempts);
}
