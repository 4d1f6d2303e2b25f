using SupportConsole.Domain.Detection;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>What is wrong with a simulated project, and how mending it changes its calls.</summary>
/// <param name="Causes">The catalogue keys that name it rightly, the plainest first.</param>
internal sealed record Trouble(IReadOnlyList<string> Causes, Metric Metric, string? Field, CallRates Rates, FailureWay? Failing, MissingWay? Missing)
{
    public static IReadOnlyList<string> CausesOf(FailureWay way) => way switch
    {
        FailureWay.NoAnswer => ["success.no_answer"],
        FailureWay.LeavesEarly => ["hang_up.opening", "success.early_hang_up"],
        FailureWay.LeavesLate => ["hang_up.at_field", "success.late_hang_up"],
        FailureWay.Refuses => ["success.not_interested"],
        _ => ["success.other"],
    };

    public static IReadOnlyList<string> CausesOf(MissingWay way) => way switch
    {
        MissingWay.NotAsked => ["missing.not_asked"],
        MissingWay.NotConfirmed => ["missing.not_confirmed"],
        _ => ["missing.not_answered"],
    };

    public CallRates Mend(double recovered) =>
        Failing is { } way ? Rates.WithLess(way, recovered) : Rates.WithLess(Field!, Missing!.Value, recovered);

    public double RateOf(CallRates rates) => Metric == Metric.SuccessRate ? rates.Success : 1 - rates.Missing[Field!].Values.Sum();
}
