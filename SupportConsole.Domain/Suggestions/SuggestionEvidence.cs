using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions;

/// <summary>What a card stands on. It grows while the card is open; the prediction does not.</summary>
/// <param name="Hits">Calls that went well of <paramref name="Total"/>, between the 90 % bounds <paramref name="Low"/> and <paramref name="High"/> (0..1).</param>
/// <param name="Lost">Calls lost to the card's cause.</param>
/// <param name="SampleCalls">Ids of the newest calls that show it, at most 12.</param>
/// <param name="Facts">What the changes were filled with, beside the project and the field; kept, since they are written anew on instructions that have no calls yet.</param>
public sealed record SuggestionEvidence(
    int Hits, int Total, double Low, double High, double Threshold, double Certainty, int Lost,
    IReadOnlyList<CauseCount> Causes, IReadOnlyList<long> SampleCalls, IReadOnlyList<DayRate> Trend,
    DateTime From, DateTime To, IReadOnlyDictionary<string, string>? Facts = null);
