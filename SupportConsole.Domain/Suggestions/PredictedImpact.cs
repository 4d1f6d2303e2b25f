namespace SupportConsole.Domain.Suggestions;

/// <summary>What a card promises, frozen when it is made.</summary>
/// <param name="Points">Expected change of the metric, in points (31 is from 40 % to 71 %).</param>
/// <param name="Low">Lower bound of the 90 % interval, in points.</param>
/// <param name="High">Upper bound of the 90 % interval, in points.</param>
/// <param name="MinutesPer100Calls">What it is worth: minutes of people's time saved per 100 calls; 0 while there are none, since it is too early to say.</param>
/// <param name="CallsPerMonth">The project's pace when the card was made.</param>
/// <param name="CallsToJudge">Counted calls after which a verdict can be expected.</param>
/// <param name="CountedShare">The share of all calls that the metric counts: a field is counted in completed calls only.</param>
public sealed record PredictedImpact(
    double Points, double Low, double High, double MinutesPer100Calls, int CallsPerMonth, int CallsToJudge, double CountedShare = 1)
{
    public double MinutesPerMonth => MinutesPer100Calls * CallsPerMonth / 100;

    /// <summary>The same by the lower bound: what a card ranks by that no call speaks for, under those with evidence.</summary>
    public double LeastMinutesPerMonth => Points == 0 ? 0 : MinutesPerMonth * Low / Points;

    /// <summary>Days after which the verdict can be expected, at the pace of then; at least a part of one.</summary>
    public double DaysToJudge => CallsPerMonth * CountedShare == 0 ? 30 : CallsToJudge * 30.0 / (CallsPerMonth * CountedShare);
}
