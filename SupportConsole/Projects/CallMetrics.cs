using SupportConsole.Domain.Projects;

namespace SupportConsole.Projects;

/// <summary>What a set of calls came to; rates are 0..1, and null when there were no calls to take them from.</summary>
/// <param name="SuccessRate">Completed calls of all calls.</param>
/// <param name="MissingDataRate">Completed calls that lack a required field, of all completed calls.</param>
/// <param name="FailureReasons">Failed calls by cause.</param>
public sealed record CallMetrics(
    int Calls, double? SuccessRate, double? MissingDataRate, IReadOnlyDictionary<string, int> FailureReasons, DateTime From, DateTime To)
{
    public static CallMetrics Of(CallTotals totals, DateTime from, DateTime to) => new(
        totals.Calls,
        Share(totals.Completed, totals.Calls),
        Share(totals.WithMissing, totals.Completed),
        totals.Failures.ToDictionary(cause => cause.Cause, cause => cause.Count),
        from,
        to);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
