using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Measures every card whose time has come, stores what it found, and once judged writes the ledger.</summary>
public sealed partial class ImpactJudging(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ImpactMeter meter, OutcomeLedger ledger,
    IOptionsMonitor<ImpactOptions> options, TimeProvider clock, ILogger<ImpactJudging> logger)
{
    /// <summary>Due cards read at once.</summary>
    private const int Page = 200;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Measures the cards that are due; returns how many. Only those with news get a commit, each its own: the others, of which
    /// there may be a thousand, wait on together. One that fails is logged, stays due, and does not keep the others waiting.
    /// </summary>
    public async Task<int> MeasureDueAsync(CancellationToken cancellation = default)
    {
        var now = Now;
        var measured = 0;
        var last = (MeasureAt: DateTime.MinValue, Id: 0L);
        while (await DueAsync(last, now, cancellation) is { Count: > 0 } due)
        {
            var quiet = new List<long>();
            foreach (var (id, _) in due)
            {
                measured += await TryMeasureAsync(id, quiet, cancellation) ? 1 : 0;
            }

            await PutOffAsync(quiet, now, cancellation);
            last = (due[^1].MeasureAt, due[^1].Id);
        }

        return measured;
    }

    /// <summary>Measures one applied or undone card now.</summary>
    public Task MeasureAsync(long suggestionId, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var card = await db.Suggestions.Include(card => card.Project).SingleAsync(card => card.Id == suggestionId, cancellation);
                if (card.Applied is null)
                {
                    card.MeasureAt = null;
                    return;
                }

                var apply = await FindAsync(db, card, MeasurementOf.Apply, cancellation);
                var news = false;
                if (!apply.Final)
                {
                    news |= await meter.MeasureApplyAsync(db, card, apply, cancellation);
                    await ConcludeAsync(db, card, apply, cancellation);
                }

                var undo = card.RolledBackVersion is null ? null : await FindAsync(db, card, MeasurementOf.Undo, cancellation);
                if (undo is { Final: false })
                {
                    news |= await meter.MeasureUndoAsync(db, card, undo, cancellation);
                }

                card.MeasureAt = apply.Final && undo is null or { Final: true }
                    ? null
                    : Now.AddSeconds(options.CurrentValue.MeasureEverySeconds);
                if (news)
                {
                    db.Announce(LiveTopic.Suggestion, card.Id);
                }
            },
            cancellation);

    private async Task<List<Due>> DueAsync((DateTime MeasureAt, long Id) after, DateTime now, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Suggestions.AsNoTracking()
            .Where(card => card.MeasureAt <= now && (card.MeasureAt > after.MeasureAt || (card.MeasureAt == after.MeasureAt && card.Id > after.Id)))
            .OrderBy(card => card.MeasureAt).ThenBy(card => card.Id).Take(Page)
            .Select(card => new Due(card.Id, card.MeasureAt!.Value)).ToListAsync(cancellation);
    }

    private async Task<bool> TryMeasureAsync(long id, List<long> quiet, CancellationToken cancellation)
    {
        try
        {
            if (await HasNewsAsync(id, cancellation))
            {
                await MeasureAsync(id, cancellation);
            }
            else
            {
                quiet.Add(id);
            }

            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, id);
            return false;
        }
    }

    private async Task<bool> HasNewsAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var card = await db.Suggestions.AsNoTracking().Include(card => card.Project).SingleAsync(card => card.Id == id, cancellation);
        var known = await db.ImpactMeasurements.AsNoTracking().Where(row => row.SuggestionId == id).ToListAsync(cancellation);
        return card.Applied is null || await meter.HasNewsAsync(db, card, known, cancellation);
    }

    /// <summary>Has cards without news looked at again later; one that was undone meanwhile stays due.</summary>
    private async Task PutOffAsync(List<long> ids, DateTime read, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var next = Now.AddSeconds(options.CurrentValue.MeasureEverySeconds);
        await gate.WriteAsync(
            db => db.Suggestions.Where(card => ids.Contains(card.Id) && card.MeasureAt <= read && (card.RolledBackAt == null || card.RolledBackAt < read))
                .ExecuteUpdateAsync(set => set.SetProperty(card => card.MeasureAt, next), cancellation),
            cancellation);
    }

    private static async Task<ImpactMeasurement> FindAsync(
        SupportDbContext db, Suggestion card, MeasurementOf of, CancellationToken cancellation)
    {
        var measurement = await db.ImpactMeasurements
            .SingleOrDefaultAsync(row => row.SuggestionId == card.Id && row.Of == of, cancellation);
        if (measurement is null)
        {
            measurement = new ImpactMeasurement { SuggestionId = card.Id, Of = of, BeforeHits = 0, BeforeTotal = 0 };
            db.ImpactMeasurements.Add(measurement);
        }

        return measurement;
    }

    private async Task ConcludeAsync(SupportDbContext db, Suggestion card, ImpactMeasurement measurement, CancellationToken cancellation)
    {
        if (!measurement.Final)
        {
            return;
        }

        card.Judge(measurement.Verdict, Now);
        ledger.Record(db, card, measurement);
        await Standings.RerankAsync(db, card.Cause, cancellation);
        db.Notifications.Add(new Notification
        {
            Kind = Notification.SuggestionJudged,
            SuggestionId = card.Id,
            Priority = measurement.Verdict is Verdict.Held or Verdict.TooLittleData ? Priority.Low : Priority.High,
            CreatedAt = Now,
        });
        db.Announce(LiveTopic.Notification, 0);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Measuring card {Id} failed; it is tried again at the next run")]
    private partial void LogFault(Exception fault, long id);

    private sealed record Due(long Id, DateTime MeasureAt);
}
