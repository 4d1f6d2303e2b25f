using SupportConsole.Domain.Detection;

namespace SupportConsole.Analytics;

/// <summary>A value on a scale from 0 to <paramref name="Max"/>, whose target is from <paramref name="From"/> to <paramref name="To"/>.</summary>
/// <param name="Low">With <paramref name="High"/> its 90 % interval.</param>
public sealed record ScoreScale(double At, double Max, double From, double To, double? Low = null, double? High = null)
{
    /// <summary>A share that should be at least, or at most, its target.</summary>
    public static ScoreScale Of(Rate rate, double target, bool atLeast) =>
        new(rate.Value, 1, atLeast ? target : 0, atLeast ? 1 : target, rate.Interval.Low, rate.Interval.High);
}
