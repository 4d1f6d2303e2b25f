using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Compares a card's calls after apply (or after undo) with those before, and judges its promise. Writes nothing itself.</summary>
public sealed class ImpactMeter(IOptionsMonitor<ImpactOptions> options, TimeProvider clock)
{
    /// <summary>What must not get worse. A card about success already is about success and hang-ups; one about a field already is about completeness.</summary>
    public static IReadOnlyList<WatchedMetric> Watched(Metric metric) =>
        metric == Metric.SuccessRate ? [WatchedMetric.Completeness] : [WatchedMetric.SuccessRate, WatchedMetric.HangUps];

    /// <summary>Brings the measurement of applying up to date.</summary>
    public async Task MeasureApplyAsync(SupportDbContext db, Suggestion card, ImpactMeasurement measurement, CancellationToken cancellation)
    {
        var applied = card.Applied!;
        var last = card.RolledBackVersion - 1 ?? int.MaxValue;
        var after = await CountAsync(db, card, applied.Version, last, card.AppliedAt!.Value, cancellation);
        var kept = options.CurrentValue.KeptShare * card.Predicted.Points / 100;
        var effect = Compare(measurement, applied.Before.Rate(card.Metric), after.Rate(card.Metric));
        measurement.Certainty = effect.ProbabilityAbove(kept);
        measurement.SideEffect = SideEffect(applied.Before, after, card);
        measurement.OtherChanges = await db.InstructionVersions.CountAsync(
            version => version.ProjectId == card.ProjectId && version.Number > applied.Version && version.Number <= last, cancellation);
        Judge(measurement, card, card.AppliedAt.Value, ended: card.RolledBackVersion is not null);
    }

    /// <summary>Brings the measurement of undoing up to date: does the rate come back to where it was before the card?</summary>
    public async Task MeasureUndoAsync(SupportDbContext db, Suggestion card, ImpactMeasurement measurement, CancellationToken cancellation)
    {
        var applied = card.Applied!;
        var with = await CountAsync(db, card, applied.Version, card.RolledBackVersion!.Value - 1, card.AppliedAt!.Value, cancellation);
        var after = await CountAsync(db, card, card.RolledBackVersion.Value, int.MaxValue, card.RolledBackAt!.Value, cancellation);
        Compare(measurement, with.Rate(card.Metric), after.Rate(card.Metric));
        measurement.Certainty = BetaMath
            .Difference(after.Rate(card.Metric).Posterior, applied.Before.Rate(card.Metric).Posterior)
            .ProbabilityAbove(-options.CurrentValue.UndoTolerancePoints / 100);
        measurement.OtherChanges = await db.InstructionVersions.CountAsync(
            version => version.ProjectId == card.ProjectId && version.Number > card.RolledBackVersion, cancellation);
        Judge(measurement, card, card.RolledBackAt.Value, ended: false);
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
        var effect = BetaMath.Difference(after.Posterior, before.Posterior);
        (measurement.BeforeHits, measurement.BeforeTotal) = (before.Hits, before.Total);
        (measurement.AfterHits, measurement.AfterTotal) = (after.Hits, after.Total);
        measurement.Points = after.Total == 0 ? 0 : (after.Value - before.Value) * 100;
        measurement.Low = effect.Quantile(0.05) * 100;
        measurement.High = effect.Quantile(0.95) * 100;
        return effect;
    }

    private WatchedMetric? SideEffect(Baseline before, Baseline after, Suggestion card)
    {
        foreach (var metric in Watched(card.Metric))
        {
            var worse = BetaMath.Difference(before.Rate(metric).Posterior, after.Rate(metric).Posterior).ProbabilityAbove(0);
            if (worse >= options.CurrentValue.SideEffectCertainty)
            {
                return metric;
            }
        }

        return null;
    }

    private void Judge(ImpactMeasurement measurement, Suggestion card, DateTime since, bool ended)
    {
        var limits = options.CurrentValue;
        var now = clock.GetUtcNow().UtcDateTime;
        var enough = measurement.AfterTotal >= card.Predicted.CallsToJudge || (ended && measurement.AfterTotal >= limits.MinimumCalls);
        measurement.MeasuredAt = now;
        measurement.Verdict = !enough ? Verdict.TooLittleData
            : measurement.SideEffect is not null ? Verdict.SideEffect
            : measurement.Certainty >= limits.Certainty ? Verdict.Held
            : measurement.Certainty <= 1 - limits.Certainty ? Verdict.NotHeld
            : Verdict.TooLittleData;
        var patienceOver = measurement.AfterTotal >= card.Predicted.CallsToJudge * limits.PatienceFactor
            || now - since >= TimeSpan.FromDays(limits.MaximumDays);
        measurement.Final = measurement.Verdict != Verdict.TooLittleData || ended || patienceOver;
    }
}
