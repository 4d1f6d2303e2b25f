using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Evaluation.Wording;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>
/// Draws simulated projects. How much of what was lost a change brings back is drawn from the catalogue's own belief: whether
/// that belief is true of the world is what real, judged cards tell; here it is tried whether the console's sums are right.
/// </summary>
public sealed class ScenarioMaker(ChangeCatalogue catalogue)
{
    private const int Weeks = 8;

    /// <summary>Some customers always hang up; this share of all calls is half of what the detector of hang-ups calls a problem.</summary>
    private const double UsualHangUps = 0.05;

    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc); // A Monday.

    /// <summary>How often each kind is drawn: enough healthy projects to count false cards by.</summary>
    private static readonly (ScenarioKind Kind, double Share)[] Kinds =
    [
        (ScenarioKind.Healthy, 0.34), (ScenarioKind.WeeklyRhythm, 0.08), (ScenarioKind.SmallSample, 0.08),
        (ScenarioKind.Problem, 0.32), (ScenarioKind.Drift, 0.09), (ScenarioKind.InFlight, 0.09),
    ];

    /// <summary>The <paramref name="index"/>-th project of a seed; the same two always give the same one.</summary>
    public Scenario Make(int seed, int index)
    {
        var random = new Dice(seed, index);
        var kind = random.Weighted(Kinds);
        var language = random.Chance(0.5) ? "en" : "nl";
        var words = CallWords.All[language];
        var fields = random.Some(words.Fields, 2 + random.Below(words.Fields.Length - 1));
        var healthy = HealthyRates(random, fields);
        return kind switch
        {
            ScenarioKind.Healthy or ScenarioKind.WeeklyRhythm or ScenarioKind.SmallSample => Quiet(random, index, kind, language, fields, healthy),
            _ => Troubled(random, index, kind, language, fields, healthy),
        };
    }

    private static Scenario Quiet(Dice random, int index, ScenarioKind kind, string language, FieldWords[] fields, CallRates rates)
    {
        var project = ProjectOf(index, language, fields);
        var perDay = kind == ScenarioKind.SmallSample ? random.Between(0.05, 0.3) : PerDay(random);
        var dip = kind == ScenarioKind.WeeklyRhythm ? random.Between(1.15, 1.5) : 1;
        var worst = random.Below(7);
        var calls = new CallMaker(project, language, fields, random).Make(
            Start, Start.AddDays(7 * Weeks), perDay, at => new(1, (int)at.DayOfWeek == worst ? rates.Failed(dip) : rates));
        return new Scenario(project, Text(language), calls, Start, Start.AddDays(7 * Weeks), new ScenarioTruth(kind, [], null, null, null, null, null));
    }

    private Scenario Troubled(Dice random, int index, ScenarioKind kind, string language, FieldWords[] fields, CallRates healthy)
    {
        var project = ProjectOf(index, language, fields);
        var onset = kind == ScenarioKind.Drift ? Start.AddDays(random.Between(10, 18)) : Start;
        var applied = onset.AddDays(random.Between(24, 32));
        var to = applied.AddDays(21);
        var trouble = random.Chance(0.5) ? FailingTrouble(random, healthy, fields) : MissingTrouble(random, healthy, fields);
        var mended = trouble.Mend(random.Beta(ChangeCatalogue.Prior(catalogue.Find(trouble.Causes[0])!)));
        var late = kind == ScenarioKind.InFlight ? applied.AddHours(random.Between(2, 10)) : applied;
        var calls = new CallMaker(project, language, fields, random).Make(
            Start, to, PerDay(random), at => at < onset ? new(1, healthy) : at < applied || (at < late && random.Chance(0.5)) ? new(1, trouble.Rates) : new(2, mended));
        return new Scenario(project, Text(language), calls, Start, to, new ScenarioTruth(
            kind, trouble.Causes, trouble.Metric, trouble.Field, onset, applied, trouble.RateOf(mended) - trouble.RateOf(trouble.Rates)));
    }

    /// <summary>Calls fail too often, most of them in one way.</summary>
    private static Trouble FailingTrouble(Dice random, CallRates healthy, FieldWords[] fields)
    {
        var way = random.Of(Enum.GetValues<FailureWay>());
        var failing = 1 - random.Between(0.2, 0.42);
        var main = failing * random.Between(0.6, 0.9);
        var rest = Failing(random, Enum.GetValues<FailureWay>().Where(other => other != way), failing - main);
        var at = way == FailureWay.LeavesLate ? random.Of(fields).Key : null;
        var rates = healthy with { Failing = rest.Append(KeyValuePair.Create(way, main)).ToDictionary(), LeavesAt = at };
        return new Trouble(Trouble.CausesOf(way), Metric.SuccessRate, null, rates, way, null);
    }

    /// <summary>One field is missing too often, mostly for one reason.</summary>
    private static Trouble MissingTrouble(Dice random, CallRates healthy, FieldWords[] fields)
    {
        var (field, way) = (random.Of(fields).Key, random.Of(Enum.GetValues<MissingWay>()));
        var missing = random.Between(0.42, 0.9);
        var main = missing * random.Between(0.65, 0.95);
        var ways = Spread(random, Enum.GetValues<MissingWay>().Where(other => other != way), missing - main).Append(KeyValuePair.Create(way, main)).ToDictionary();
        var all = healthy.Missing.ToDictionary(one => one.Key, one => one.Key == field ? ways : one.Value);
        return new Trouble(Trouble.CausesOf(way), Metric.FieldCaptured, field, healthy with { Missing = all }, null, way);
    }

    private static CallRates HealthyRates(Dice random, FieldWords[] fields) => new(
        Failing(random, Enum.GetValues<FailureWay>(), 1 - random.Between(0.58, 0.95)),
        fields.ToDictionary(
            field => field.Key,
            field => (IReadOnlyDictionary<MissingWay, double>)Spread(random, Enum.GetValues<MissingWay>(), random.Between(0.01, 0.22)).ToDictionary()),
        null);

    /// <summary>Shares out failures at random, with so few hang-ups of each kind that they are no problem of their own: the rest fails otherwise.</summary>
    private static Dictionary<FailureWay, double> Failing(Dice random, IEnumerable<FailureWay> ways, double total)
    {
        var shared = Spread(random, ways, total).ToDictionary();
        foreach (var way in new[] { FailureWay.LeavesEarly, FailureWay.LeavesLate }.Where(shared.ContainsKey))
        {
            var most = Math.Min(shared[way], UsualHangUps);
            var other = shared.ContainsKey(FailureWay.Other) ? FailureWay.Other : FailureWay.Refuses;
            shared[other] += shared[way] - most;
            shared[way] = most;
        }

        return shared;
    }

    /// <summary>Shares out <paramref name="total"/> at random.</summary>
    private static IEnumerable<KeyValuePair<T, double>> Spread<T>(Dice random, IEnumerable<T> ways, double total)
    {
        var parts = ways.Select(way => (way, Part: random.Between(0.2, 1))).ToList();
        return parts.Select(one => KeyValuePair.Create(one.way, total * one.Part / parts.Sum(part => part.Part)));
    }

    /// <summary>From a small campaign to a busy one, as many of each size.</summary>
    private static double PerDay(Dice random) => Math.Exp(random.Between(Math.Log(4), Math.Log(60)));

    private static Project ProjectOf(int index, string language, FieldWords[] fields) => new()
    {
        ExternalId = $"p{index}",
        Name = $"Project {index}",
        Language = language,
        CaptureFields = [.. fields.Select(field => new CaptureField(field.Key, field.Label))],
    };

    private static string Text(string language) => language == "nl"
        ? "Wees vriendelijk.\n\n## Opening\nZeg wie je bent en waarom je belt.\n"
        : "Be friendly.\n\n## Opening\nSay who you are and why you call.\n";
}
