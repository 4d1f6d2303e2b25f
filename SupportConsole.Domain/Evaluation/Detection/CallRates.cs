namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Why calls fail, as the simulation makes them.</summary>
public enum FailureWay
{
    NoAnswer,
    LeavesEarly,
    LeavesLate,
    Refuses,
    Other,
}

/// <summary>Why a completed call lacks a field.</summary>
public enum MissingWay
{
    NotAsked,
    NotConfirmed,
    NotAnswered,
}

/// <summary>How a simulated project's calls go: the chance of each way to fail (0..1, of all calls), and by field of each way to miss it (of completed calls).</summary>
/// <param name="LeavesAt">The field at whose question customers leave late; null when it may be any.</param>
public sealed record CallRates(
    IReadOnlyDictionary<FailureWay, double> Failing, IReadOnlyDictionary<string, IReadOnlyDictionary<MissingWay, double>> Missing, string? LeavesAt)
{
    public double Success => 1 - Failing.Values.Sum();

    /// <summary>The same with less of one way to fail: those calls go well.</summary>
    public CallRates WithLess(FailureWay way, double recovered) =>
        this with { Failing = Failing.ToDictionary(rate => rate.Key, rate => rate.Key == way ? rate.Value * (1 - recovered) : rate.Value) };

    /// <summary>The same with less of one way to miss a field.</summary>
    public CallRates WithLess(string field, MissingWay way, double recovered) => this with
    {
        Missing = Missing.ToDictionary(
            one => one.Key,
            one => one.Key != field ? one.Value
                : one.Value.ToDictionary(rate => rate.Key, rate => rate.Key == way ? rate.Value * (1 - recovered) : rate.Value)),
    };

    /// <summary>The same with every way to fail made more or less frequent, as on a better or worse day.</summary>
    public CallRates Failed(double times) => this with { Failing = Failing.ToDictionary(rate => rate.Key, rate => Math.Min(0.95, rate.Value * times)) };
}
