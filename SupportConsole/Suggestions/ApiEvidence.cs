using System.ComponentModel;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Suggestions;

/// <summary>What a card stands on; rates and probabilities are 0..1.</summary>
public sealed record ApiEvidence(
    [property: Description("Calls that went well.")] int Hits,
    int Total,
    double Rate,
    [property: Description("Bounds between which the true rate lies with a probability of 0.9.")] double RateLow,
    double RateHigh,
    [property: Description("The rate under which the detector fires.")] double Threshold,
    [property: Description("The probability that the true rate is under it.")] double Certainty,
    [property: Description("Calls lost to the cause.")] int Lost,
    IReadOnlyList<CauseCount> Causes,
    [property: Description("The newest calls that show it, for GET /api/calls/{id}.")] IReadOnlyList<long> SampleCalls,
    [property: Description("By day, in the workspace's time zone.")] IReadOnlyList<DayRate> Trend,
    DateTime From,
    DateTime To)
{
    public static ApiEvidence Of(SuggestionEvidence evidence) => new(
        evidence.Hits, evidence.Total, evidence.Total == 0 ? 0 : (double)evidence.Hits / evidence.Total, evidence.Low, evidence.High,
        evidence.Threshold, evidence.Certainty, evidence.Lost, evidence.Causes, evidence.SampleCalls, evidence.Trend, evidence.From, evidence.To);
}
