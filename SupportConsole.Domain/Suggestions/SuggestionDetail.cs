using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions;

/// <summary>One card with everything needed to decide on it; the card's Project is loaded.</summary>
/// <param name="Measurements">Of its apply and its undo, as far as it came.</param>
/// <param name="TrackRecord">Of other cards of its cause; null when none has been judged.</param>
/// <param name="Standing">How the cards of its cause turned out, which ranks it among the open ones.</param>
public sealed record SuggestionDetail(Suggestion Card, IReadOnlyList<ImpactMeasurement> Measurements, TrackRecord? TrackRecord, Standing Standing)
{
    /// <summary>The instructions that were in force when its evidence was counted; only when one card is read.</summary>
    public ServedSince? CountedOn { get; init; }
}

/// <summary>Instructions, and since when they are in force (UTC).</summary>
public sealed record ServedSince(int Version, DateTime From);
