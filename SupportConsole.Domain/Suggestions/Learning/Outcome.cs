using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>What one judged card taught: one line of the OutcomeLedger.</summary>
public sealed class Outcome
{
    public long Id { get; private set; }

    public required long SuggestionId { get; init; }

    public required string Detector { get; init; }

    public required string Cause { get; init; }

    public required double PredictedPoints { get; init; }

    public required double ActualPoints { get; init; }

    /// <summary>The share of the calls lost to the cause that came back (0..1): what the cause's prior learns from.</summary>
    public required double Recovered { get; init; }

    public required Verdict Verdict { get; init; }

    public required DateTime JudgedAt { get; init; }
}
