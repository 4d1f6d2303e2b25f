using SupportConsole.Domain.Detection;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>How far a rate moved.</summary>
/// <param name="Points">After minus before as it was seen, in points; 0 where one of the two has no calls.</param>
/// <param name="Low">Lower bound of the 90 % interval, in points.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Distribution">What the calls say of the true difference (0..1).</param>
public sealed record Effect(double Points, double Low, double High, BetaMath Distribution)
{
    public static Effect Of(Rate before, Rate after)
    {
        var distribution = BetaMath.Difference(after.Posterior, before.Posterior);
        var points = before.Total == 0 || after.Total == 0 ? 0 : (after.Value - before.Value) * 100;
        // Rates near 0 and 1 are drawn inwards by the prior; the difference that was seen always lies within its interval.
        return new Effect(points, Math.Min(distribution.Quantile(0.05) * 100, points), Math.Max(distribution.Quantile(0.95) * 100, points), distribution);
    }
}
