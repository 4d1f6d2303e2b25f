using MathNet.Numerics.Distributions;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>What judged cards taught about each cause: how much of what was lost to it really comes back.</summary>
public sealed class OutcomeLedger(TimeProvider clock)
{
    /// <summary>
    /// How many pseudo-observations one judged card is worth against the catalogue's prior: cards of one cause differ
    /// between projects, so a card counts for far less than its calls would.
    /// </summary>
    private const double CardWeight = 4;

    /// <summary>Writes the line of a judged card. "Too little data" teaches nothing and is left out.</summary>
    public void Record(SupportDbContext db, Suggestion card, ImpactMeasurement measurement)
    {
        if (measurement.Verdict == Verdict.TooLittleData)
        {
            return;
        }

        // What stood in a text before there was a call of it is compared with what was lost before it was applied.
        var lost = 100 * (card.Evidence.Total > 0 ? (double)card.Evidence.Lost / card.Evidence.Total : 1 - card.Applied!.Before.Rate(card.Metric).Value);
        db.Outcomes.Add(new Outcome
        {
            SuggestionId = card.Id,
            Detector = card.Detector,
            Cause = card.Cause,
            PredictedPoints = card.Predicted.Points,
            ActualPoints = measurement.Points,
            Recovered = Math.Clamp(measurement.Points / Math.Max(1, lost), 0, 1),
            Verdict = measurement.Verdict,
            JudgedAt = clock.GetUtcNow().UtcDateTime,
        });
    }

    /// <summary>
    /// The share recovered as now believed: the catalogue's prior updated by every judged card of the cause. Where an admin wrote the
    /// entry, by those judged since: what came before is what they wrote it from.
    /// </summary>
    public static async Task<Beta> BeliefAsync(SupportDbContext db, string cause, Beta prior, CancellationToken cancellation = default)
    {
        var learned = await db.Outcomes.AsNoTracking()
            .Where(outcome => outcome.Cause == cause && !db.CatalogueEdits.Any(edit => edit.Cause == cause && edit.FieldKey == null && edit.ProjectId == null
                && edit.Entry != null && edit.At > outcome.JudgedAt))
            .GroupBy(outcome => 1).Select(group => new { Cards = group.Count(), Recovered = group.Sum(outcome => outcome.Recovered) })
            .SingleOrDefaultAsync(cancellation);
        return learned is null
            ? prior
            : new Beta(prior.A + CardWeight * learned.Recovered, prior.B + CardWeight * (learned.Cards - learned.Recovered));
    }

    /// <summary>What other cards of its cause claimed and brought, for each of these cards; one without such is not in it.</summary>
    public static async Task<IReadOnlyDictionary<long, TrackRecord>> TrackRecordsAsync(
        SupportDbContext db, IReadOnlyCollection<Suggestion> cards, CancellationToken cancellation = default)
    {
        if (cards.Count == 0)
        {
            return new Dictionary<long, TrackRecord>();
        }

        var (ids, causes) = (cards.Select(card => card.Id).ToList(), cards.Select(card => card.Cause).Distinct().ToList());
        var sums = await db.Outcomes.AsNoTracking().Where(outcome => causes.Contains(outcome.Cause))
            .GroupBy(outcome => outcome.Cause)
            .Select(group => new { group.Key, Cards = group.Count(), Claimed = group.Sum(one => one.PredictedPoints), Brought = group.Sum(one => one.ActualPoints) })
            .ToDictionaryAsync(sum => sum.Key, cancellation);
        var own = (await db.Outcomes.AsNoTracking().Where(outcome => ids.Contains(outcome.SuggestionId)).ToListAsync(cancellation))
            .ToLookup(outcome => outcome.SuggestionId);
        var records = new Dictionary<long, TrackRecord>();
        foreach (var card in cards.Where(card => sums.ContainsKey(card.Cause)))
        {
            // A card is no witness for itself.
            var (sum, mine) = (sums[card.Cause], own[card.Id].ToList());
            if (sum.Cards - mine.Count is > 0 and var others)
            {
                records[card.Id] = new TrackRecord(
                    others, (sum.Claimed - mine.Sum(one => one.PredictedPoints)) / others, (sum.Brought - mine.Sum(one => one.ActualPoints)) / others);
            }
        }

        return records;
    }
}
