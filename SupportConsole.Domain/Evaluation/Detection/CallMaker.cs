using SupportConsole.Domain.Evaluation.Wording;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Makes the calls of one simulated project, with transcripts, as a phone system would send them.</summary>
internal sealed class CallMaker(Project project, string language, FieldWords[] fields, Dice random)
{
    private readonly CallWords _words = CallWords.All[language];
    private readonly List<TranscriptLine> _lines = [];
    private int _calls;

    /// <summary>Calls in the order of their start; <paramref name="going"/> says on which version and how calls go at that time.</summary>
    public List<Call> Make(DateTime from, DateTime to, double perDay, Func<DateTime, (int Version, CallRates Rates)> going)
    {
        var calls = new List<Call>();
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var rates = going(day).Rates;
            var pace = rates.Good?.Pace(day, rates.Placed) ?? 1;
            var times = Enumerable.Range(0, CallsOn(perDay * pace)).Select(_ => Time(day, going)).Where(at => at < to).Order();
            calls.AddRange(times.Select(at => One(at, going(at))));
        }

        return calls;
    }

    /// <summary>Evenly over the day, or on purpose at the hours that are answered.</summary>
    private DateTime Time(DateTime day, Func<DateTime, (int Version, CallRates Rates)> going)
    {
        var at = day.AddHours(random.Between(GoodTimes.FirstHour, GoodTimes.LastHour));
        var rates = going(at).Rates;
        return rates.Good is { } good && random.Chance(rates.Placed) ? day.AddHours(random.Between(good.Hours.From, good.Hours.To)) : at;
    }

    /// <summary>A whole number that is <paramref name="perDay"/> on average, and varies from day to day.</summary>
    private int CallsOn(double perDay)
    {
        var wanted = perDay * random.Between(0.6, 1.4);
        return (int)wanted + (random.Chance(wanted - (int)wanted) ? 1 : 0);
    }

    private Call One(DateTime at, (int Version, CallRates Rates) going)
    {
        _lines.Clear();
        var failing = going.Rates.FailingAt(at);
        var ways = failing.Select(rate => ((FailureWay?)rate.Key, rate.Value)).Append((null, 1 - failing.Values.Sum())).ToList();
        var outcome = random.Weighted(ways) switch
        {
            null => Completed(going.Rates),
            FailureWay.NoAnswer => new Outcome(random.Of(_words.NoAnswer), CallEnding.System, 25 + random.Below(15), []),
            FailureWay.LeavesEarly => LeavesEarly(),
            FailureWay.LeavesLate => LeavesLate(going.Rates),
            FailureWay.TalkTooLong => TalkTooLong(going.Rates),
            FailureWay.MindsTone => MindsTone(going.Rates),
            FailureWay.Refuses => Refuses(going.Rates),
            _ => new Outcome(random.Of(_words.Other), CallEnding.Agent, 35 + random.Below(60), []),
        };
        return new Call
        {
            Source = "simulation",
            ExternalId = $"{project.ExternalId}-{_calls++}",
            ProjectId = project.Id,
            InstructionVersion = going.Version,
            Status = outcome.Reason is null ? CallStatus.Completed : CallStatus.Failed,
            FailureReason = outcome.Reason,
            EndedBy = outcome.By,
            StartedAt = at,
            DurationSeconds = outcome.Seconds,
            ReceivedAt = at.AddSeconds(outcome.Seconds),
            Fields = outcome.Captured,
            Transcript = [.. _lines],
        };
    }

    private Outcome Completed(CallRates rates)
    {
        Opening(rates);
        var captured = new Dictionary<string, string>();
        var complains = random.Chance(rates.Complaining) ? random.Below(fields.Length) : -1;
        foreach (var (place, field) in random.Some(fields, fields.Length).Index())
        {
            if (place == complains)
            {
                Say(Speaker.Agent, random.Of(_words.Talk));
                Complain(rates);
            }

            var missing = rates.Missing[field.Key];
            var way = random.Weighted([.. missing.Select(rate => ((MissingWay?)rate.Key, rate.Value)), (null, 1 - missing.Values.Sum())]);
            Ask(field, way, captured);
        }

        Say(Speaker.Agent, random.Of(_words.Closings));
        return new Outcome(null, random.Chance(0.3) ? CallEnding.Customer : CallEnding.Agent, 60 + random.Below(120), captured);
    }

    private void Ask(FieldWords field, MissingWay? way, Dictionary<string, string> captured)
    {
        if (way == MissingWay.NotAsked)
        {
            return;
        }

        Say(Speaker.Agent, random.Of(field.Asks));
        if (way == MissingWay.NotAnswered)
        {
            Say(Speaker.Customer, random.Of(field.Dodges));
            return;
        }

        var value = random.Of(field.Values);
        Say(Speaker.Customer, value);
        if (way is not null)
        {
            return;
        }

        captured[field.Key] = value;
        if (random.Chance(0.7))
        {
            Say(Speaker.Agent, random.Of(_words.Confirmations).Replace("{value}", value, StringComparison.Ordinal));
            Say(Speaker.Customer, random.Of(_words.Yes));
        }
    }

    private Outcome LeavesEarly()
    {
        Say(Speaker.Agent, random.Of(_words.Abrupt));
        Say(Speaker.Customer, random.Of(_words.LeavingEarly));
        return new Outcome(random.Of(_words.HungUp), CallEnding.Customer, 6 + random.Below(20), []);
    }

    private Outcome LeavesLate(CallRates rates)
    {
        Opening(rates);
        var captured = new Dictionary<string, string>();
        var order = random.Some(fields, fields.Length);
        var last = rates.LeavesAt is { } at ? order.First(field => field.Key == at) : random.Of(order);
        foreach (var field in order.TakeWhile(field => field != last))
        {
            Ask(field, null, captured);
        }

        Say(Speaker.Agent, random.Of(last.Asks));
        Say(Speaker.Customer, random.Of(_words.Leaving));
        return new Outcome(random.Of(_words.HungUp), CallEnding.Customer, 40 + random.Below(80), captured);
    }

    /// <summary>Somewhere in all that the agent has to say, between the questions or at any of them.</summary>
    private Outcome TalkTooLong(CallRates rates)
    {
        Opening(rates);
        var captured = new Dictionary<string, string>();
        foreach (var field in random.Some(fields, random.Below(fields.Length)))
        {
            Say(Speaker.Agent, random.Of(_words.LongTalk));
            Say(Speaker.Customer, random.Of(_words.Yes));
            Ask(field, null, captured);
        }

        Say(Speaker.Agent, random.Chance(0.7) ? random.Of(_words.LongTalk) : random.Of(random.Of(fields).Asks));
        Say(Speaker.Customer, random.Of(_words.LeavingLong));
        return new Outcome(random.Of(_words.HungUp), CallEnding.Customer, 120 + random.Below(300), captured);
    }

    private Outcome MindsTone(CallRates rates)
    {
        Opening(rates);
        var captured = new Dictionary<string, string>();
        var asked = random.Some(fields, 1 + random.Below(fields.Length));
        foreach (var field in asked[1..])
        {
            Ask(field, null, captured);
        }

        Say(Speaker.Agent, random.Of(asked[0].Asks));
        Complain(rates);
        Say(Speaker.Agent, random.Of(_words.Talk));
        Say(Speaker.Customer, random.Of(random.Chance(0.5) ? _words.Leaving : _words.Refusals));
        return random.Chance(0.7)
            ? new Outcome(random.Of(_words.HungUp), CallEnding.Customer, 40 + random.Below(80), captured)
            : new Outcome(random.Of(_words.NotInterested), CallEnding.Agent, 40 + random.Below(80), captured);
    }

    private void Complain(CallRates rates) => Say(
        Speaker.Customer, random.Of(_words.Complaints[rates.MindedTone ?? random.Of([.. _words.Complaints.Keys.Order(StringComparer.Ordinal)])]));

    private Outcome Refuses(CallRates rates)
    {
        Opening(rates);
        Say(Speaker.Customer, random.Of(_words.Refusals));
        return new Outcome(random.Of(_words.NotInterested), random.Chance(0.5) ? CallEnding.Agent : CallEnding.Customer, 35 + random.Below(40), []);
    }

    private void Opening(CallRates rates)
    {
        Say(Speaker.Agent, random.Of(_words.Openings).Replace("{agent}", language == "nl" ? "Sanne" : "Alex", StringComparison.Ordinal));
        Say(Speaker.Customer, random.Of(_words.Greetings));
        if (random.Chance(rates.SmallTalk))
        {
            Say(Speaker.Customer, random.Of(_words.SmallTalk));
        }

        if (random.Chance(0.6))
        {
            Say(Speaker.Agent, random.Of(_words.Talk));
        }
    }

    private void Say(Speaker who, string text) => _lines.Add(new TranscriptLine(who, text, _lines.Count * 4000L));

    /// <summary>How a call ended; without a reason it is completed.</summary>
    private sealed record Outcome(string? Reason, CallEnding By, int Seconds, Dictionary<string, string> Captured);
}
