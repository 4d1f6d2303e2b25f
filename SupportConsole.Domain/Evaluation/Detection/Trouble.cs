using SupportConsole.Domain.Detection;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>What is wrong with a simulated project, and how mending it changes its calls.</summary>
/// <param name="Causes">The catalogue keys that name it rightly, the plainest first.</param>
/// <param name="Mend">The rates without this share (0..1) of what was lost to it.</param>
internal sealed record Trouble(IReadOnlyList<string> Causes, Metric Metric, string? Field, Func<CallRates, double, CallRates> Mend)
{
    public static Trouble Of(FailureWay way, string? field = null, string? tone = null) => new(
        CausesOf(way, tone), Metric.SuccessRate, field, (rates, recovered) => rates.WithLess(way, recovered));

    public static Trouble Of(MissingWay way, string field) => new(
        CausesOf(way), Metric.FieldCaptured, field, (rates, recovered) => rates.WithLess(field, way, recovered));

    /// <summary>
    /// Mended by placing calls at the good times. "Nobody answers" is no right name for it: what is suggested for that is to call
    /// again at another time, which does not move the first call.
    /// </summary>
    public static Trouble Of(GoodTimes good) => new(
        [good.Days == (0, 6) ? "timing.hours" : "timing.weekday"], Metric.SuccessRate, null, (rates, recovered) => rates with { Placed = recovered });

    public double RateOf(CallRates rates) => Metric == Metric.SuccessRate ? rates.Success : 1 - rates.Missing[Field!].Values.Sum();

    private static IReadOnlyList<string> CausesOf(FailureWay way, string? tone) => way switch
    {
        FailureWay.NoAnswer => ["success.no_answer"],
        FailureWay.LeavesEarly => ["hang_up.opening", "success.early_hang_up"],
        FailureWay.LeavesLate => ["hang_up.at_field", "success.late_hang_up"],
        FailureWay.TalkTooLong => ["hang_up.long", "success.late_hang_up"],
        FailureWay.Refuses => ["success.not_interested"],
        FailureWay.MindsTone => [$"tone.{tone}"],
        _ => ["success.other"],
    };

    private static IReadOnlyList<string> CausesOf(MissingWay way) => way switch
    {
        MissingWay.NotAsked => ["missing.not_asked"],
        MissingWay.NotConfirmed => ["missing.not_confirmed"],
        _ => ["missing.not_answered"],
    };
}
