using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>How promises are made and judged. Section "Impact".</summary>
public sealed class ImpactOptions
{
    /// <summary>A promise is kept when this share of it came true: S3's 80 %.</summary>
    [Range(0.1, 1)]
    public double KeptShare { get; set; } = 0.8;

    /// <summary>How sure a verdict must be; below 1 minus this it is "not held".</summary>
    [Range(0.5, 0.999)]
    public double Certainty { get; set; } = 0.8;

    /// <summary>How sure it must be that a watched rate fell. Stricter, since three are watched at once.</summary>
    [Range(0.5, 0.999)]
    public double SideEffectCertainty { get; set; } = 0.95;

    /// <summary>No verdict on fewer calls after apply, however clear they look.</summary>
    [Range(10, 10_000)]
    public int MinimumCalls { get; set; } = 50;

    /// <summary>No verdict against fewer calls before apply: what the detectors need to speak of a rate at all.</summary>
    [Range(1, 10_000)]
    public int MinimumBefore { get; set; } = 20;

    /// <summary>A verdict is first tried at this many calls at the latest.</summary>
    [Range(10, 100_000)]
    public int MaximumCalls { get; set; } = 400;

    /// <summary>After this many times the calls to judge the answer is final, "too little data" when they still leave it open.</summary>
    [Range(1, 20)]
    public int PatienceFactor { get; set; } = 4;

    /// <summary>After so many days the answer is final: a verdict if the calls give one, else "too little data".</summary>
    [Range(1, 365)]
    public int MaximumDays { get; set; } = 30;

    /// <summary>Undoing kept its promise when the rate is back within this many points of where it was.</summary>
    [Range(0.5, 50)]
    public double UndoTolerancePoints { get; set; } = 5;

    /// <summary>Days of calls before apply that the effect is compared with; the detectors' window by default.</summary>
    [Range(1, 365)]
    public int BeforeDays { get; set; } = 30;

    /// <summary>The impact page names no share of fewer cards than this: at ten, one card more or less still moves it by ten points.</summary>
    [Range(1, 1_000)]
    public int MinimumForShare { get; set; } = 10;

    /// <summary>How often an open measurement is looked at again, in seconds.</summary>
    [Range(1, 86_400)]
    public int MeasureEverySeconds { get; set; } = 60;
}
