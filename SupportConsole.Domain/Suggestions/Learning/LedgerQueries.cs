using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>Reads the OutcomeLedger as a person does: a line for each cause that a card was judged or rejected for.</summary>
public sealed class LedgerQueries(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Every cause with a judged or a rejected card, the ones with most first. As many as the catalogue has causes, so not paged.</summary>
    public async Task<IReadOnlyList<LedgerRow>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var judged = await db.Outcomes.AsNoTracking()
            .GroupBy(outcome => new { outcome.Detector, outcome.Cause })
            .Select(group => new
            {
                group.Key,
                Cards = group.Count(),
                Claimed = group.Average(outcome => outcome.PredictedPoints),
                Brought = group.Average(outcome => outcome.ActualPoints),
                SideEffects = group.Sum(outcome => outcome.Verdict == Verdict.SideEffect ? 1 : 0),
            }).ToListAsync(cancellation);
        var rejected = (await db.Suggestions.AsNoTracking().Where(card => card.Status == SuggestionStatus.Rejected)
                .GroupBy(card => new { card.Cause, card.Detector, card.RejectReason })
                .Select(group => new { group.Key.Detector, group.Key.Cause, group.Key.RejectReason, Count = group.Count() }).ToListAsync(cancellation))
            .ToLookup(group => new { group.Detector, group.Cause });
        var causes = judged.Select(row => row.Key).Union(rejected.Select(group => group.Key)).ToList();
        var standings = await Standings.ReadAsync(db, [.. causes.Select(key => key.Cause)], cancellation);
        var forgotten = await db.RejectionsForgotten.AsNoTracking().ToDictionaryAsync(row => row.Cause, row => (DateTime?)row.Since, cancellation);
        return [.. causes.Select(key =>
            {
                var record = judged.Find(row => row.Key.Equals(key));
                return new LedgerRow(
                    key.Detector, SuggestionKinds.Of(key.Detector), key.Cause,
                    record is null ? null : new TrackRecord(record.Cards, record.Claimed, record.Brought), record?.SideEffects ?? 0, standings[key.Cause],
                    rejected[key].Where(group => group.RejectReason is not null).ToDictionary(group => group.RejectReason!.Value, group => group.Count),
                    forgotten.GetValueOrDefault(key.Cause));
            })
            .OrderByDescending(row => (row.Record?.Cards ?? 0) + row.Rejected.Values.Sum()).ThenBy(row => row.Cause, StringComparer.Ordinal)];
    }
}
