using MathNet.Numerics.Distributions;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Makes the promise of a card: the share of calls lost to the cause, times the share of those that come back.</summary>
public static class SuggestionForecast
{
    /// <param name="calls">All calls that the finding was read from; a field is counted only in the completed ones among them.</param>
    public static PredictedImpact Of(
        Finding finding, int calls, Beta recovered, int callsPerMonth, SuggestionOptions worth, ImpactOptions impact)
    {
        var counted = calls == 0 ? 1 : Math.Round((double)finding.Total / Math.Max(finding.Total, calls), 3);
        var lost = new Rate(finding.Lost, finding.Total).Posterior;
        var gain = BetaMath.Product(lost, recovered);
        // Of what stands in a text there may be no call yet: what is believed of the share lost then stands for it.
        var points = (finding.ReadFromText ? lost.Mean : (double)finding.Lost / finding.Total) * recovered.Mean * 100;
        var minutes = finding.Metric == Metric.SuccessRate ? worth.MinutesPerSuccess : worth.MinutesPerField;
        return new PredictedImpact(
            Math.Round(points, 1), Math.Round(gain.Quantile(0.05) * 100, 1), Math.Round(gain.Quantile(0.95) * 100, 1),
            calls == 0 ? 0 : Math.Round(points * counted * minutes, 1), callsPerMonth, CallsToJudge(new Rate(finding.Hits, finding.Total), points / 100, impact), counted);
    }

    /// <summary>
    /// Calls after apply at which a change that does just what it promises would be found to hold: the spread of the
    /// difference must be so small that the tolerated shortfall is <see cref="ImpactOptions.Certainty"/> of a normal tail.
    /// </summary>
    /// <param name="before">The rate that the effect will be compared with.</param>
    /// <param name="gain">The promised gain (0..1).</param>
    public static int CallsToJudge(Rate before, double gain, ImpactOptions impact)
    {
        var after = Math.Min(0.99, before.Value + gain);
        var spread = (1 - impact.KeptShare) * gain / Normal.InvCDF(0, 1, impact.Certainty);
        var room = spread * spread - before.Posterior.Variance;
        var calls = room <= 0 ? impact.MaximumCalls : after * (1 - after) / room;
        return (int)Math.Clamp(Math.Ceiling(calls), impact.MinimumCalls, impact.MaximumCalls);
    }
}
