using SupportConsole.Domain.Evaluation.Wording;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Makes the calls of one simulated project, with transcripts, as a phone system would send them.</summary>
internal sealed class CallMaker(Project project, string language, FieldWords[] fields, Dice random)
{
    private const int FirstHour = 8, LastHour = 20;

    private readonly CallWords _words = CallWords.All[language];
    private readonly List<TranscriptLine> _lines = [];
    private int _calls;

    /// <summary>Calls in the order of their start; <paramref name="going"/> says on which version and how calls go at that time.</summary>
    public List<Call> Make(DateTime from, DateTime to, double perDay, Func<DateTime, (int Version, CallRates Rates)> going)
    {
        var calls = new List<Call>();
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var times = Enumerable.Range(0, CallsOn(perDay)).Select(_ => day.AddHours(random.Between(FirstHour, LastHour))).Where(at => at < to).Order();
            calls.AddRange(times.Select(at => One(at, going(at))));
        }

        return calls;
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
        var ways = going.Rates.Failing.Select(rate => ((FailureWay?)rate.Key, rate.Value)).Append((null, going.Rates.Success)).ToList();
        var outcome = random.Weighted(ways) switch
        {
            null => Completed(going.Rates),
            FailureWay.NoAnswer => new Outcome(random.Of(_words.NoAnswer), CallEnding.System, 25 + random.Below(15), []),
            FailureWay.LeavesEarly => LeavesEarly(),
            FailureWay.LeavesLate => LeavesLate(going.Rates.LeavesAt),
            FailureWay.Refuses => Refuses(),
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
        Opening();
        var captured = new Dictionary<string, string>();
        foreach (var field in random.Some(fields, fields.Length))
        {
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

    private Outcome LeavesLate(string? at)
    {
        Opening();
        var captured = new Dictionary<string, string>();
        var order = random.Some(fields, fields.Length);
        var last = order.First(field => at is null || field.Key == at);
        foreach (var field in order.TakeWhile(field => field != last))
        {
            Ask(field, null, captured);
        }

        Say(Speaker.Agent, random.Of(last.Asks));
        Say(Speaker.Customer, random.Of(_words.Leaving));
        return new Outcome(random.Of(_words.HungUp), CallEnding.Customer, 40 + random.Below(80), captured);
    }

    private Outcome Refuses()
    {
        Opening();
        Say(Speaker.Customer, random.Of(_words.Refusals));
        return new Outcome(random.Of(_words.NotInterested), random.Chance(0.5) ? CallEnding.Agent : CallEnding.Customer, 35 + random.Below(40), []);
    }

    private void Opening()
    {
        Say(Speaker.Agent, random.Of(_words.Openings).Replace("{agent}", language == "nl" ? "Sanne" : "Alex", StringComparison.Ordinal));
        Say(Speaker.Customer, random.Of(_words.Greetings));
        if (random.Chance(0.6))
        {
            Say(Speaker.Agent, random.Of(_words.Talk));
        }
    }

    private void Say(Speaker who, string text) => _lines.Add(new TranscriptLine(who, text, _lines.Count * 4000L));

    /// <summary>How a call ended; without a reason it is completed.</summary>
    private sealed record Outcome(string? Reason, CallEnding By, int Seconds, Dictionary<string, string> Captured);
}
