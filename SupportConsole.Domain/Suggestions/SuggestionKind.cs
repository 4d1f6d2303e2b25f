using SupportConsole.Domain.Detection.Detectors;

namespace SupportConsole.Domain.Suggestions;

public enum SuggestionKind
{
    SuccessRate,
    MissingData,
    BestPractice,
    Tone,
    Timing,
}

public static class SuggestionKinds
{
    /// <summary>What a detector's cards are about.</summary>
    public static SuggestionKind Of(string detector) => detector switch
    {
        LowSuccessRate.DetectorName or HangUps.DetectorName => SuggestionKind.SuccessRate,
        MissingData.DetectorName => SuggestionKind.MissingData,
        BestPractice.DetectorName => SuggestionKind.BestPractice,
        Timing.DetectorName => SuggestionKind.Timing,
        Tone.DetectorName => SuggestionKind.Tone,
        _ => throw new ArgumentOutOfRangeException(nameof(detector), detector, "Say here what kind of card it makes."),
    };
}
