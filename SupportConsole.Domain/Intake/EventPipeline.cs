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
/// one commit a batch. A crash anywhere leaves them unprocessed and nothing else. Of a crowd of calls the projects are noted in that
/// commit and looked at after it, each once for all of its calls.
/// </summary>
public sealed partial class EventPipeline(
    WriteGate gate, GroupCommit senders, IDbContextFactory<SupportDbContext> contexts, ProjectCheck check,
    IOptionsMonitor<IntakeOptions> options, TimeProvider clock, ILogger<EventPipeline> logger) : IDisposable
{
    /// <summary>Projects looked at in the commit that counts their calls: one or two milliseconds each, in which nobody else writes.</summary>
    private const int MostChecks = 5;

    private readonly SemaphoreSlim _one = new(1, 1);

    private readonly KeptContext _kept = new(contexts);

    /// <summary>Whether the last batch was full, so that more may wait.</summary>
    private bool _isBehind;

    /// <summary>Whether projects may wait to be looked at: nobody knows what was left at the start.</summary>
    private bool _checksWait = true;

    private long _checkedAt;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Processes the oldest unprocessed calls, at most a batch; returns how many were taken up. Whoever else asks meanwhile waits.</summary>
    public async Task<int> ProcessAsync(CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var taken = await ProcessOldestAsync(cancellation);
            if (_checksWait && (taken == 0 || clock.GetElapsedTime(_checkedAt) >= TimeSpan.FromSeconds(options.CurrentValue.BulkCheckSeconds)))
            {
                (_checksWait, _checkedAt) = (await check.CheckDueAsync(cancellation), clock.GetTimestamp());
            }

            return taken;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _one.Dispose();
    }

    private async Task<int> ProcessOldestAsync(CancellationToken cancellation)
    {
        try
        {
            var db = _kept.Use();
            var limits = options.CurrentValue;
            var most = _isBehind ? Math.Max(limits.BatchSize, limits.BulkSize) : limits.BatchSize;
            var calls = Call.Waiting(db, Now, most);
            _isBehind = calls.Count == most;
            var taken = await senders.GivingWayAsync(() => ProcessBatchAsync(db, calls, cancellation), cancellation);
            db.ChangeTracker.Clear();
            return taken;
        }
        catch (Exception fault)
        {
            _kept.Drop();
            if (fault is OperationCanceledException)
            {
                throw;
            }

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

    private async Task<int> ProcessBatchAsync(SupportDbContext db, List<Call> calls, CancellationToken cancellation)
    {
        if (calls.Count == 0)
        {
            return 0;
        }

        await gate.WriteAsync(
            db,
            async () =>
            {
                // Taken first: of two runners that read the same calls, one counts them.
                var taken = Call.Take(db, calls, Now);
                var projects = calls.Where(call => taken.Contains(call.Id)).GroupBy(call => call.ProjectId).ToList();
                foreach (var group in projects)
                {
                    var project = Project.Read(db, group.Key)!;
                    await ServedVersions.FillAsync(db, project.Id, group, cancellation);
                    CallCounting.Add(db, project, group);
                    if (_isBehind || projects.Count > MostChecks || HistoryUnderWay.Of(db, project.Id))
                    {
                        Project.SetCheckDue(db, project.Id, isDue: true);
                        _checksWait = true;
                    }
                    else
                    {
                        await check.RunAsync(db, project, cancellation);
                    }

                    db.Announce(LiveTopic.Call, project.Id);
                }
            },
            cancellation);
        return calls.Count;
    }

    private async Task ProcessAloneAsync(Waiting call, CancellationToken cancellation)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await ProcessBatchAsync(db, Call.Waiting(db, call.Id), cancellation);
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
