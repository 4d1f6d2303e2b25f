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
    /// <summary>The oldest that wait, whole. Compiled once: it runs for every call that comes in.</summary>
    private static readonly Func<SupportDbContext, DateTime, int, IAsyncEnumerable<Call>> Oldest = EF.CompileAsyncQuery(
        (SupportDbContext db, DateTime now, int take) => db.Calls.AsNoTracking()
            .Where(call => call.ProcessedAt == null && call.GaveUpAt == null && (call.NextAttemptAt == null || call.NextAttemptAt <= now))
            .OrderBy(call => call.Id).Take(take));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Processes the oldest unprocessed calls, at most a batch; returns how many were taken up.</summary>
    public async Task<int> ProcessAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var calls = new List<Call>();
            await foreach (var call in Oldest(db, Now, options.CurrentValue.BatchSize).WithCancellation(cancellation))
            {
                calls.Add(call);
            }

            await ProcessBatchAsync(db, calls, cancellation);
            return calls.Count;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One bad call must not hold up the others: each on its own finds the culprit, which may be one that cannot even be read.
            var waiting = await WaitingAsync(cancellation);
            foreach (var call in waiting)
            {
                await ProcessAloneAsync(call, cancellation);
            }

            return waiting.Count;
        }
    }

    private async Task<List<Waiting>> WaitingAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = Now;
        return await db.Calls.AsNoTracking()
            .Where(call => call.ProcessedAt == null && call.GaveUpAt == null && (call.NextAttemptAt == null || call.NextAttemptAt <= now))
            .OrderBy(call => call.Id).Select(call => new Waiting(call.Id, call.ProjectId, call.Attempts)).Take(options.CurrentValue.BatchSize).ToListAsync(cancellation);
    }

    private async Task ProcessBatchAsync(SupportDbContext db, List<Call> calls, CancellationToken cancellation)
    {
        if (calls.Count == 0)
        {
            return;
        }

        await gate.WriteAsync(
            db,
            async () =>
            {
                // Taken first: of two runners that read the same calls, one counts them.
                var taken = Call.Take(db, calls, Now);
                foreach (var group in calls.Where(call => taken.Contains(call.Id)).GroupBy(call => call.ProjectId))
                {
                    var project = (await Project.ReadAsync(db, group.Key))!;
                    await ServedVersions.FillAsync(db, project.Id, group, cancellation);
                    CallCounting.Add(db, project, group);
                    await check.RunAsync(db, project, cancellation);
                    db.Announce(LiveTopic.Call, project.Id);
                }
            },
            cancellation);
    }

    private async Task ProcessAloneAsync(Waiting call, CancellationToken cancellation)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await ProcessBatchAsync(db, await db.Calls.AsNoTracking().Where(row => row.Id == call.Id && row.ProcessedAt == null).ToListAsync(cancellation), cancellation);
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
