namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Draws how a healthy project's calls go, and what goes wrong with one.</summary>
internal sealed class TroubleMaker(Dice random, string[] fields, IReadOnlyList<string> tones)
{
    /// <summary>Some customers always hang up: up to this share of all calls, just under what the detector of hang-ups calls a problem.</summary>
    private const double UsualHangUps = 0.09;

    /// <summary>Where customers hang up at one point, at least this share of all calls is lost there.</summary>
    private const double FewestHangUps = 0.14;

    /// <summary>Some customers always mind the tone: up to this share of completed calls, half of what the detector of tone calls a problem.</summary>
    private const double UsualComplaints = 0.05;

    private static readonly MissingWay[] MissingWays = Enum.GetValues<MissingWay>();

    public CallRates Healthy() => new(
        Failing([FailureWay.NoAnswer, FailureWay.Refuses, FailureWay.Other], 1 - random.Between(0.58, 0.95)),
        fields.ToDictionary(
            field => field,
            field => (IReadOnlyDictionary<MissingWay, double>)Spread(MissingWays, random.Between(0.01, 0.22)).ToDictionary()),
        null)
    {
        Complaining = random.Between(0, UsualComplaints),
        SmallTalk = random.Between(0, 0.3),
    };

    /// <summary>One problem, with the rates of a project that has it.</summary>
    public (Trouble Trouble, CallRates Rates) One(CallRates healthy) => random.Weighted<Func<CallRates, (Trouble, CallRates)>>(
        [(Missing, 0.34), (Failing, 0.24), (HangingUp, 0.16), (BadTimes, 0.13), (BadTone, 0.13)])(healthy);

    /// <summary>Two at once that no card could cover together: a field and another, or a field and calls that fail.</summary>
    public (IReadOnlyList<Trouble> Troubles, CallRates Rates) Two(CallRates healthy)
    {
        var (first, rates) = Missing(healthy);
        var (second, both) = random.Chance(0.5) ? Missing(rates, first.Field!) : Failing(rates);
        return ([first, second], both);
    }

    /// <summary>Calls fail too often, most of them in one way.</summary>
    private (Trouble Trouble, CallRates Rates) Failing(CallRates healthy)
    {
        FailureWay[] ways = [FailureWay.NoAnswer, FailureWay.Refuses, FailureWay.Other];
        var way = random.Of(ways);
        var failing = 1 - random.Between(0.2, 0.42);
        var main = failing * random.Between(0.6, 0.9);
        var rates = Failing(ways.Where(other => other != way), failing - main);
        rates[way] = main;
        return (Trouble.Of(way), healthy with { Failing = rates });
    }

    /// <summary>Customers hang up mostly at one point, from a few more than usual to most of them; the project may succeed often enough even so.</summary>
    private (Trouble Trouble, CallRates Rates) HangingUp(CallRates healthy)
    {
        var way = random.Of([FailureWay.LeavesEarly, FailureWay.LeavesLate, FailureWay.TalkTooLong]);
        var main = Math.Exp(random.Between(Math.Log(FewestHangUps), Math.Log(0.5)));
        var other = way == FailureWay.LeavesEarly ? FailureWay.LeavesLate : FailureWay.LeavesEarly;
        var rates = Spread([FailureWay.NoAnswer, FailureWay.Refuses, FailureWay.Other], random.Between(0.05, 0.3)).ToDictionary();
        (rates[way], rates[other]) = (main, Math.Min(UsualHangUps, main / 4) * random.Between(0, 1));
        var at = way == FailureWay.LeavesLate ? random.Of(fields) : null;
        return (Trouble.Of(way, at), healthy with { Failing = rates, LeavesAt = at });
    }

    /// <summary>Some hours, or some days, are answered much better than the rest; calls are placed evenly.</summary>
    private (Trouble Trouble, CallRates Rates) BadTimes(CallRates healthy)
    {
        var unanswered = random.Between(0.4, 0.7);
        var length = random.Chance(0.6) ? 3 + random.Below(3) : 0;
        var days = 2 + random.Below(3);
        var start = length > 0 ? 9 + random.Below(GoodTimes.LastHour - 9 - length + 1) : random.Below(8 - days);
        var good = length > 0 ? GoodTimes.OfHours(start, start + length, unanswered) : GoodTimes.OfDays(start, start + days - 1, unanswered);
        var rates = Failing([FailureWay.Refuses, FailureWay.Other], random.Between(0.1, 0.35));
        rates[FailureWay.NoAnswer] = random.Between(0.04, 0.18);
        return (Trouble.Of(good), healthy with { Failing = rates, Good = good });
    }

    /// <summary>Many who speak complain of the tone, in one way, and some of those calls fail of it.</summary>
    private (Trouble Trouble, CallRates Rates) BadTone(CallRates healthy)
    {
        var (tone, complaining, fatal) = (random.Of(tones), random.Between(0.16, 0.4), random.Between(0.3, 0.8));
        var spoken = 1 - healthy.Failing[FailureWay.NoAnswer] - healthy.Failing[FailureWay.Other];
        var lost = spoken * complaining * fatal;
        var rates = healthy.Failing.ToDictionary();
        rates[FailureWay.MindsTone] = lost;
        return (Trouble.Of(FailureWay.MindsTone, tone: tone), healthy with
        {
            Failing = rates,
            MindedTone = tone,
            Complaining = spoken * complaining * (1 - fatal) / (healthy.Success - lost),
        });
    }

    private (Trouble Trouble, CallRates Rates) Missing(CallRates healthy) => Missing(healthy, null);

    /// <summary>One field is missing too often, mostly for one reason.</summary>
    private (Trouble Trouble, CallRates Rates) Missing(CallRates healthy, string? but)
    {
        var (field, way) = (random.Of([.. fields.Where(field => field != but)]), random.Of(MissingWays));
        var missing = random.Between(0.42, 0.9);
        var main = missing * random.Between(0.65, 0.95);
        var ways = Spread(MissingWays.Where(other => other != way), missing - main).Append(KeyValuePair.Create(way, main)).ToDictionary();
        var all = healthy.Missing.ToDictionary(one => one.Key, one => one.Key == field ? ways : one.Value);
        return (Trouble.Of(way, field), healthy with { Missing = all });
    }

    /// <summary>Shares out failures at random; usual hang-ups are among them, spread over the opening and every question.</summary>
    private Dictionary<FailureWay, double> Failing(IEnumerable<FailureWay> ways, double total)
    {
        var hangUps = Math.Min(total / 2, random.Between(0, UsualHangUps));
        var early = hangUps * random.Between(0.3, 0.7);
        var shared = Spread(ways, total - hangUps).ToDictionary();
        (shared[FailureWay.LeavesEarly], shared[FailureWay.LeavesLate]) = (early, hangUps - early);
        return shared;
    }

    /// <summary>Shares out <paramref name="total"/> at random.</summary>
    private IEnumerable<KeyValuePair<T, double>> Spread<T>(IEnumerable<T> ways, double total)
    {
        var parts = ways.Select(way => (way, Part: random.Between(0.2, 1))).ToList();
        return parts.Select(one => KeyValuePair.Create(one.way, total * one.Part / parts.Sum(part => part.Part)));
    }
}
