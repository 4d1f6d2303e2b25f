using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Compares a card's calls after apply (or after undo) with those before, and judges its promise. Writes nothing itself; the card comes with its project.</summary>
public sealed class ImpactMeter(IOptionsMonitor<ImpactOptions> options, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What must not get worse. A card about success already is about success and hang-ups; one about a field already is about completeness.</summary>
    public static IReadOnlyList<WatchedMetric> Watched(Metric metric) =>
        metric == Metric.SuccessRate ? [WatchedMetric.Completeness] : [WatchedMetric.SuccessRate, WatchedMetric.HangUps];

    /// <summary>Whether measuring the card could say something new.</summary>
    /// <param name="known">What was measured of it so far.</param>
    public async Task<bool> HasNewsAsync(
        SupportDbContext db, Suggestion card, IReadOnlyCollection<ImpactMeasurement> known, CancellationToken cancellation)
    {
        var apply = known.SingleOrDefault(row => row.Of == MeasurementOf.Apply);
        var undo = known.SingleOrDefault(row => row.Of == MeasurementOf.Undo);
        var waits = card.RolledBackVersion is null ? apply is { Final: false } : apply is { Final: true } && undo is { Final: false };
        return !waits || (undo is null
            ? HasNews(card, apply!, (await AfterApplyAsync(db, card, cancellation)).Rate(card.Metric))
            : HasNews(card, undo, (await AfterUndoAsync(db, card, cancellation)).Rate(card.Metric)));
    }

    /// <summary>Brings the measurement of applying up to date; false when nothing came that could change it.</summary>
    public async Task<bool> MeasureApplyAsync(SupportDbContext db, Suggestion card, ImpactMeasurement measurement, CancellationToken cancellation)
    {
        var applied = card.Applied!;
        var last = card.RolledBackVersion - 1 ?? int.MaxValue;
        var ended = card.RolledBackVersion is not null;
        if (GivesUp(card, measurement))
        {
            return true;
        }

        var after = await AfterApplyAsync(db, card, cancellation);
        if (!HasNews(card, measurement, after.Rate(card.Metric)))
        {
            return false;
        }

        var looked = measurement.AfterTotal;
        var kept = options.CurrentValue.KeptShare * card.Predicted.Points / 100;
        var effect = Compare(measurement, applied.Before.Rate(card.Metric), after.Rate(card.Metric));
        measurement.Certainty = effect.ProbabilityAbove(kept);
        measurement.SideEffect = SideEffect(applied.Before, after, card);
        measurement.OtherChanges = await db.InstructionVersions.CountAsync(
            version => version.ProjectId == card.ProjectId && version.Number > applied.Version && version.Number <= last, cancellation);
        Judge(measurement, looked, card, applied.Before, card.AppliedAt!.Value, ended);
        return true;
    }

    /// <summary>Brings the measurement of undoing up to date: does the rate come back to where it was before the card?</summary>
    public async Task<bool> MeasureUndoAsync(SupportDbContext db, Suggestion card, ImpactMeasurement measurement, CancellationToken cancellation)
    {
        var applied = card.Applied!;
        if (GivesUp(card, measurement))
        {
            return true;
        }

        var after = await AfterUndoAsync(db, card, cancellation);
        if (!HasNews(card, measurement, after.Rate(card.Metric)))
        {
            return false;
        }

        var looked = measurement.AfterTotal;
        var with = await AfterApplyAsync(db, card, cancellation);
        Compare(measurement, with.Rate(card.Metric), after.Rate(card.Metric));
        measurement.Certainty = BetaMath
            .Difference(after.Rate(card.Metric).Posterior, applied.Before.Rate(card.Metric).Posterior)
            .ProbabilityAbove(-options.CurrentValue.UndoTolerancePoints / 100);
        Judge(measurement, looked, card, with, card.RolledBackAt!.Value, UndoHasEnded(card));
        return true;
    }

    /// <summary>
    /// New calls, or an end: without either the answer is the one of last time, and its sums are not cheap. Of an undone card
    /// the applying has ended.
    /// </summary>
    private bool HasNews(Suggestion card, ImpactMeasurement measurement, Rate after)
    {
        var ended = measurement.Of == MeasurementOf.Apply ? card.RolledBackVersion is not null : UndoHasEnded(card);
        var since = measurement.Of == MeasurementOf.Apply ? card.AppliedAt!.Value : card.RolledBackAt!.Value;
        return measurement.MeasuredAt == default || ended || card.HasLostItsField(card.Project!)
            || after != new Rate(measurement.AfterHits, measurement.AfterTotal)
            || Now - since >= TimeSpan.FromDays(options.CurrentValue.MaximumDays);
    }

    private static Task<Baseline> AfterApplyAsync(SupportDbContext db, Suggestion card, CancellationToken cancellation) =>
        CountAsync(db, card, card.Applied!.Version, card.RolledBackVersion - 1 ?? int.MaxValue, card.AppliedAt!.Value, cancellation);

    /// <summary>On the version that undoing made, and no later one: what the next one does is not what undoing did.</summary>
    private static Task<Baseline> AfterUndoAsync(SupportDbContext db, Suggestion card, CancellationToken cancellation) =>
        CountAsync(db, card, card.RolledBackVersion!.Value, card.RolledBackVersion!.Value, card.RolledBackAt!.Value, cancellation);

    private static bool UndoHasEnded(Suggestion card) => card.Project!.CurrentVersion > card.RolledBackVersion;

    /// <summary>Without its field no call is counted as lacking it: what was measured until then stays, and is no verdict.</summary>
    private bool GivesUp(Suggestion card, ImpactMeasurement measurement)
    {
        if (!card.HasLostItsField(card.Project!))
        {
            return false;
        }

        (measurement.Verdict, measurement.Final, measurement.MeasuredAt) = (Verdict.TooLittleData, true, Now);
        return true;
    }

    private static async Task<Baseline> CountAsync(
        SupportDbContext db, Suggestion card, int from, int to, DateTime since, CancellationToken cancellation)
    {
        var totals = await CallCounting.TotalsAsync(
            db, card.ProjectId, from, to, CallCounting.BucketOf(since), DateTime.MaxValue, cancellation);
        return Baseline.Of(totals, card.Field);
    }

    private static BetaMath Compare(ImpactMeasurement measurement, Rate before, Rate after)
    {
        var effect = Effect.Of(before, after);
        (measurement.BeforeHits, measurement.BeforeTotal) = (before.Hits, before.Total);
        (measurement.AfterHits, measurement.AfterTotal) = (after.Hits, after.Total);
        (measurement.Points, measurement.Low, measurement.High) = (effect.Points, effect.Low, effect.High);
        return effect.Distribution;
    }

    private WatchedMetric? SideEffect(Baseline before, Baseline after, Suggestion card)
    {
        foreach (var metric in Watched(card.Metric))
        {
            if (metric == WatchedMetric.Completeness && !card.Applied!.RequiredTheSame(card.Project!))
            {
                continue;
            }

            var worse = BetaMath.Difference(before.Rate(metric).Posterior, after.Rate(metric).Posterior).ProbabilityAbove(0);
            if (worse >= options.CurrentValue.SideEffectCertainty)
            {
                return metric;
            }
        }

        return null;
    }

    private void Judge(ImpactMeasurement measurement, int looked, Suggestion card, Baseline before, DateTime since, bool ended)
    {
        var rules = new VerdictRules(options.CurrentValue, card.Predicted.CallsToJudge, before.Rate(card.Metric).Total);
        (measurement.Verdict, measurement.Final) = rules.Judge(
            looked, measurement.AfterTotal, measurement.Certainty, measurement.SideEffect is not null, ended, Now - since);
        measurement.MeasuredAt = Now;
    }
}
