using MathNet.Numerics.Distributions;

namespace SupportConsole.Domain.Detection;

/// <summary>
/// Differences and products of two independent Beta-distributed rates, by numerical integration over the quantiles of
/// one of them: exact to about 1/1000, and the same answer every time (no random draws).
/// </summary>
public sealed class BetaMath
{
    /// <summary>Slices of equal probability; twice as many changes no printed digit.</summary>
    private const int Slices = 200;

    private readonly double[] _slices;
    private readonly Func<double, double, double> _cumulative;
    private readonly (double Low, double High) _range;

    private BetaMath(Beta sliced, Func<double, double, double> cumulative, double low, double high)
    {
        _slices = [.. Enumerable.Range(0, Slices).Select(slice => sliced.InverseCumulativeDistribution((slice + 0.5) / Slices))];
        _cumulative = cumulative;
        _range = (low, high);
    }

    /// <summary><paramref name="after"/> minus <paramref name="before"/>, from -1 to 1.</summary>
    public static BetaMath Difference(Beta after, Beta before) =>
        new(before, (x, rate) => after.CumulativeDistribution(Math.Clamp(rate + x, 0, 1)), -1, 1);

    /// <summary><paramref name="first"/> times <paramref name="second"/>, from 0 to 1.</summary>
    public static BetaMath Product(Beta first, Beta second) =>
        new(second, (x, rate) => first.CumulativeDistribution(Math.Clamp(x / Math.Max(rate, 1e-12), 0, 1)), 0, 1);

    public double ProbabilityBelow(double x) => _slices.Average(rate => _cumulative(x, rate));

    public double ProbabilityAbove(double x) => 1 - ProbabilityBelow(x);

    /// <summary>The value that the result stays under with probability <paramref name="share"/>.</summary>
    public double Quantile(double share)
    {
        var (low, high) = _range;
        while (high - low > 1e-4)
        {
            var middle = (low + high) / 2;
            (low, high) = ProbabilityBelow(middle) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
