using MathNet.Numerics.Distributions;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>The mean of some measured gains, in points.</summary>
/// <param name="Squares">The mean of their squares.</param>
public readonly record struct MeanGain(int Cards, double Mean, double Squares)
{
    /// <summary>The 90 % interval of the mean (Student's t); null for fewer than two.</summary>
    public (double Low, double High)? Interval
    {
        get
        {
            if (Cards < 2)
            {
                return null;
            }

            var spread = Math.Sqrt(Math.Max(0, Squares - Mean * Mean) * Cards / (Cards - 1) / Cards);
            var reach = StudentT.InvCDF(0, 1, Cards - 1, 0.95) * spread;
            return (Mean - reach, Mean + reach);
        }
    }
}
