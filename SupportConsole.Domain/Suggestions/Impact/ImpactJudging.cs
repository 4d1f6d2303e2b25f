using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Measures every card whose time has come, stores what it found, and once judged writes the ledger.</summary>
public sealed class ImpactJudging(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ImpactMeter meter, OutcomeLedger ledger,
    IOptionsMonitor<ImpactOptions> options, TimeProvider clock)
{
    /// <summary>Cards looked at in one commit; the next ones wait for the next.</summary>
    private const int CardsPerRun = 200;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Measures the cards that are due; returns how many.</summary>
    public async Task<int> MeasureDueAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = Now;
        var due = await db.Suggestions.AsNoTracking().Where(card => card.MeasureAt <= now)
            .OrderBy(card => card.MeasureAt).Select(card => card.Id).Take(CardsPerRun).ToListAsync(cancellation);
        foreach (var id in due)
        {
            await MeasureAsync(id, cancellation);
        }

        return due.Count;
    }

    /// <summary>Measures one applied or undone card now.</summary>
    public Task MeasureAsync(long suggestionId, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var card = await db.Suggestions.SingleAsync(card => card.Id == suggestionId, cancellation);
                if (card.Applied is null)
                {
                    return;
                }

                var apply = await FindAsync(db, card, MeasurementOf.Apply, cancellation);
                if (!apply.Final)
                {
                    await meter.MeasureApplyAsync(db, card, apply, cancellation);
                    Conclude(db, card, apply);
                }

                var undo = card.RolledBackVersion is null ? null : await FindAsync(db, card, MeasurementOf.Undo, cancellation);
                if (undo is { Final: false })
                {
                    await meter.MeasureUndoAsync(db, card, undo, cancellation);
                }

                card.MeasureAt = apply.Final && undo is null or { Final: true }
                    ? null
                    : Now.AddSeconds(options.CurrentValue.MeasureEverySeconds);
                db.Announce(LiveTopic.Suggestion, card.Id);
            },
            cancellation);

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

    private void Conclude(SupportDbContext db, Suggestion card, ImpactMeasurement measurement)
    {
        if (!measurement.Final)
        {
            return;
        }

        card.Judge(measurement.Verdict, Now);
        ledger.Record(db, card, measurement);
        db.Notifications.Add(new Notification
        {
            Kind = Notification.SuggestionJudged,
            SuggestionId = card.Id,
            Priority = measurement.Verdict is Verdict.Held or Verdict.TooLittleData ? Priority.Low : Priority.High,
            CreatedAt = Now,
        });
        db.Announce(LiveTopic.Notification, 0);
    }
}
