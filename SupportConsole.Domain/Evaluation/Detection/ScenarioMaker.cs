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

    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc); // A Monday.

    /// <summary>How often each kind is drawn: enough healthy projects to count false cards by.</summary>
    private static readonly (ScenarioKind Kind, double Share)[] Kinds =
    [
        (ScenarioKind.Healthy, 0.34), (ScenarioKind.WeeklyRhythm, 0.08), (ScenarioKind.SmallSample, 0.08),
        (ScenarioKind.Problem, 0.26), (ScenarioKind.Drift, 0.09), (ScenarioKind.InFlight, 0.07), (ScenarioKind.TwoProblems, 0.08),
    ];

    /// <summary>The <paramref name="index"/>-th project of a seed; the same two always give the same one.</summary>
    public Scenario Make(int seed, int index)
    {
        var random = new Dice(seed, index);
        var kind = random.Weighted(Kinds);
        var language = random.Chance(0.5) ? "en" : "nl";
        var words = CallWords.All[language];
        var fields = random.Some(words.Fields, 2 + random.Below(words.Fields.Length - 1));
        var maker = new TroubleMaker(random, [.. fields.Select(field => field.Key)], [.. words.Complaints.Keys.Order(StringComparer.Ordinal)]);
        var healthy = maker.Healthy();
        return kind switch
        {
            ScenarioKind.Healthy or ScenarioKind.WeeklyRhythm or ScenarioKind.SmallSample => Quiet(random, index, kind, language, fields, healthy),
            _ => Troubled(random, index, kind, language, fields, healthy, maker),
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
        return new Scenario(project, Text(language), calls, Start, Start.AddDays(7 * Weeks), new ScenarioTruth(kind, [], null));
    }

    private Scenario Troubled(
        Dice random, int index, ScenarioKind kind, string language, FieldWords[] fields, CallRates healthy, TroubleMaker maker)
    {
        var project = ProjectOf(index, language, fields);
        var onset = kind == ScenarioKind.Drift ? Start.AddDays(random.Between(10, 18)) : Start;
        var applied = onset.AddDays(random.Between(24, 32));
        var to = applied.AddDays(21);
        var (troubles, rates) = kind == ScenarioKind.TwoProblems ? maker.Two(healthy) : maker.One(healthy) is var (one, its) ? ([one], its) : default;
        var mended = troubles.Aggregate(rates, (now, trouble) => trouble.Mend(now, random.Beta(ChangeCatalogue.Prior(catalogue.Find(trouble.Causes[0])!))));
        var late = kind == ScenarioKind.InFlight ? applied.AddHours(random.Between(2, 10)) : applied;
        var calls = new CallMaker(project, language, fields, random).Make(
            Start, to, PerDay(random), at => at < onset ? new(1, healthy) : at < applied || (at < late && random.Chance(0.5)) ? new(1, rates) : new(2, mended));
        return new Scenario(project, Text(language), calls, Start, to, new ScenarioTruth(
            kind,
            [.. troubles.Select(trouble => new TrueProblem(
                trouble.Causes, trouble.Metric, trouble.Field, onset, trouble.RateOf(mended) - trouble.RateOf(rates)))],
            applied));
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
