using MathNet.Numerics.Distributions;

namespace SupportConsole.Domain.Detection;

/// <summary>
/// A share seen in calls, and what it says of the true rate: the posterior of a uniform prior, Beta(hits + 1, misses + 1)
/// (Bayes's billiard table; Gelman et al., Bayesian Data Analysis, 2.1).
/// </summary>
public readonly record struct Rate(int Hits, int Total)
{
    public double Value => Total == 0 ? 0 : (double)Hits / Total;

    public Beta Posterior => new(Hits + 1, Total - Hits + 1);

    /// <summary>The 90 % interval: 5 % of the posterior lies under it and 5 % over it.</summary>
    public (double Low, double High) Interval =>
        (Posterior.InverseCumulativeDistribution(0.05), Posterior.InverseCumulativeDistribution(0.95));

    /// <summary>
    /// About what the true rate is surely above: the lower bound of Wilson's 90 % interval, which many rates can be ordered by for
    /// a thousandth of what <see cref="Interval"/> costs (Wilson, Probable Inference, JASA 22, 1927).
    /// </summary>
    public double SurelyAbove
    {
        get
        {
            const double z = 1.645; // 5 % of a normal tail.
            if (Total == 0)
            {
                return 0;
            }

            var spread = z * Math.Sqrt((Value * (1 - Value) + z * z / (4 * Total)) / Total);
            return (Value + z * z / (2 * Total) - spread) / (1 + z * z / Total);
        }
    }

    /// <summary>The probability that the true rate is under <paramref name="threshold"/>.</summary>
    public double ProbabilityBelow(double threshold) => Posterior.CumulativeDistribution(threshold);
}
