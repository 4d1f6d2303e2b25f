namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>The measured effect of applying a card, or of undoing it: kept up to date until it is judged, then final.</summary>
public sealed class ImpactMeasurement
{
    public long Id { get; private set; }

    public required long SuggestionId { get; init; }

    public required MeasurementOf Of { get; init; }

    public required int BeforeHits { get; set; }

    public required int BeforeTotal { get; set; }

    public int AfterHits { get; set; }

    public int AfterTotal { get; set; }

    /// <summary>After minus before, in points, with its 90 % interval.</summary>
    public double Points { get; set; }

    public double Low { get; set; }

    public double High { get; set; }

    /// <summary>The probability that the promise was kept (0..1).</summary>
    public double Certainty { get; set; }

    public Verdict Verdict { get; set; } = Verdict.TooLittleData;

    /// <summary>The watched rate that got worse, when one did.</summary>
    public WatchedMetric? SideEffect { get; set; }

    /// <summary>Other versions of the instructions that were in force while this was measured: their effect is in it too.</summary>
    public int OtherChanges { get; set; }

    public DateTime MeasuredAt { get; set; }

    /// <summary>No longer changes.</summary>
    public bool Final { get; set; }

    /// <summary>Whether enough calls lie on both sides to name a difference at all.</summary>
    public bool Compares(ImpactOptions limits) => Math.Min(BeforeTotal, AfterTotal) >= limits.MinimumBefore;
}
