using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions;

/// <summary>What a card stands on. It grows while the card is open; the prediction does not.</summary>
/// <param name="Hits">Calls that went well of <paramref name="Total"/>, between the 90 % bounds <paramref name="Low"/> and <paramref name="High"/> (0..1).</param>
/// <param name="Lost">Calls lost to the card's cause.</param>
/// <param name="SampleCalls">Ids of the newest calls that show it, at most 12.</param>
/// <param name="Facts">What the changes were filled with, beside the project and the field; kept, since they are written anew on instructions that have no calls yet.</param>
/// <param name="Since">Whether <paramref name="From"/> is when the rate last changed, and not when the window began.</param>
/// <param name="InWindow">What the whole window held of <paramref name="Total"/>; null of cards that an older build wrote.</param>
public sealed record SuggestionEvidence(
    int Hits, int Total, double Low, double High, double Threshold, double Certainty, int Lost,
    IReadOnlyList<CauseCount> Causes, IReadOnlyList<long> SampleCalls, IReadOnlyList<DayRate> Trend,
    DateTime From, DateTime To, IReadOnlyDictionary<string, string>? Facts = null, bool Since = false, int? InWindow = null)
{
    /// <summary>What the whole window held when this was written: whether that has grown enough is asked at every call.</summary>
    public int WindowTotal => InWindow ?? Total;
}
