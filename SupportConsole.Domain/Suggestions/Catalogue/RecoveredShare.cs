namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>A Beta prior as a person would say it: "brings back about 44 %, as sure as 9 lost calls would make it".</summary>
/// <param name="Share">The share of the lost calls that comes back (0..1).</param>
/// <param name="Calls">The lost calls, followed up, that would make somebody as sure.</param>
public sealed record RecoveredShare(double Share, double Calls)
{
    public const int FewestCalls = 3, MostCalls = 200;

    /// <summary>Less than one call on either side would be surer of nothing, or of everything, than of what is said.</summary>
    private const double LeastOnEitherSide = 0.95;

    /// <summary>To a thousandth: nobody believes anything finer.</summary>
    private const int Digits = 3;

    public static RecoveredShare Of(double[] prior) => new(Math.Round(prior[0] / (prior[0] + prior[1]), Digits), prior[0] + prior[1]);

    public bool IsWithinItsCalls => Share * Calls >= LeastOnEitherSide && (1 - Share) * Calls >= LeastOnEitherSide;

    /// <summary>The prior (a, b); the one that it was read from when it still says the same.</summary>
    public double[] Prior(double[] was) => Of(was) == this ? was : [Share * Calls, (1 - Share) * Calls];
}
