namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Why calls fail, as the simulation makes them.</summary>
public enum FailureWay
{
    NoAnswer,
    LeavesEarly,
    LeavesLate,
    Refuses,
    Other,
    TalkTooLong,
    MindsTone,
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
    /// <summary>Times that are answered more, with <see cref="Failing"/> as calls fail then; null when all are alike.</summary>
    public GoodTimes? Good { get; init; }

    /// <summary>The share (0..1) of the calls that are placed at those times on purpose; the rest is placed evenly.</summary>
    public double Placed { get; init; }

    /// <summary>What customers complain of who mind the tone; null when it may be anything.</summary>
    public string? MindedTone { get; init; }

    /// <summary>The chance (0..1) that a call completes although the customer complains of the tone, of completed calls.</summary>
    public double Complaining { get; init; }

    /// <summary>The chance (0..1) that the customer makes small talk, of conversations.</summary>
    public double SmallTalk { get; init; }

    public double Success
    {
        get
        {
            var inside = 1 - Failing.Values.Sum();
            var share = Good is null ? 1 : Placed + (1 - Placed) * Good.Share;
            return Good is null ? inside : share * inside + (1 - share) * (1 - Otherwise(Good).Values.Sum());
        }
    }

    /// <summary>The chance of each way to fail of a call placed then.</summary>
    public IReadOnlyDictionary<FailureWay, double> FailingAt(DateTime at) => Good is { } good && !good.Holds(at) ? Otherwise(good) : Failing;

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

    /// <summary>At other times fewer calls are answered; those that are go as they always do.</summary>
    private Dictionary<FailureWay, double> Otherwise(GoodTimes good)
    {
        var answered = (1 - good.UnansweredElse) / (1 - Failing[FailureWay.NoAnswer]);
        return Failing.ToDictionary(rate => rate.Key, rate => rate.Key == FailureWay.NoAnswer ? good.UnansweredElse : rate.Value * answered);
    }
}
