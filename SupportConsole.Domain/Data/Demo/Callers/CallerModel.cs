using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Stories;

namespace SupportConsole.Domain.Data.Demo.Callers;

/// <summary>Draws how a call goes: from the hidden causes of its project, and from how its agent behaves.</summary>
public sealed class CallerModel(DemoStories stories)
{
    /// <summary>A value that was repeated back and still got lost: a bad line, a slip.</summary>
    private const double NotedWhenConfirmed = 0.94;

    /// <summary>Part of the harm of an abrupt opening that stays when only half of a good one is said.</summary>
    private const double HalfAnOpening = 0.4;

    /// <summary>Part of the unanswered calls that stay so when tried again at another time.</summary>
    private const double StillUnanswered = 0.9;

    private const double RefusesDespiteBenefit = 0.75, RefusesAfterQuestion = 0.85;

    /// <summary>Share of those who leave halfway that stay once the instructions deal with why.</summary>
    private const double LateCureWorks = 0.88;

    public CallPlan Draw(DemoStory story, IReadOnlyList<DemoField> fields, AgentTraits traits, int hour, Random random)
    {
        var odds = story.Odds;
        if (random.Chance(odds.UnansweredAt(hour) * (traits.TriesAnotherTime ? StillUnanswered : 1)))
        {
            return new CallPlan(CallTurn.NobodyAnswers, []);
        }

        if (random.Chance(LeavesEarly(odds, traits)))
        {
            return new CallPlan(CallTurn.LeavesEarly, []);
        }

        var refuses = odds.NotInterested * (traits.SaysTheBenefit ? RefusesDespiteBenefit : 1) * (traits.AsksAboutARefusal ? RefusesAfterQuestion : 1);
        if (random.Chance(refuses))
        {
            return new CallPlan(CallTurn.Refuses, []);
        }

        if (random.Chance(odds.Other))
        {
            return new CallPlan(CallTurn.FailsOtherwise, []);
        }

        var plans = fields.Select(field => Draw(field, traits.Fields[field.Key], story.Language, random)).ToList();
        if (!random.Chance(LeavesHalfway(odds, traits)))
        {
            return new CallPlan(CallTurn.Completed, plans);
        }

        // Whoever leaves halfway does so instead of answering.
        var heard = plans.Where(plan => plan.Asked).Take(1 + random.Next(Math.Max(1, plans.Count - 1))).ToList();
        return new CallPlan(
            CallTurn.LeavesHalfway, [.. heard.SkipLast(1), .. heard.TakeLast(1).Select(plan => plan with { Given = null, Noted = false, OnSecondTry = false })]);
    }

    private static double LeavesEarly(CallOdds odds, AgentTraits traits)
    {
        var introduced = traits.SaysWhoCalls && traits.SaysWhy;
        var harm = introduced && traits.AsksForAGoodMoment ? 0
            : introduced || traits.AsksForAGoodMoment ? HalfAnOpening
            : 1;
        return odds.Early + (odds.Abrupt - odds.Early) * harm;
    }

    private static double LeavesHalfway(CallOdds odds, AgentTraits traits)
    {
        var cured = odds.LateCure?.Any(words => traits.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) == true;
        return odds.Late * (traits.SaysWhatIsLeft ? 1 - odds.LateCured : 1) * (cured ? 1 - LateCureWorks : 1);
    }

    private FieldPlan Draw(DemoField field, FieldTraits traits, string language, Random random)
    {
        var value = field.Values.Draw(random, stories.Lines(language));
        var first = traits.Asked && random.Chance(traits.Explained ? field.AnsweredExplained : field.Answered);
        var given = first || (!traits.Asked && random.Chance(field.Volunteered));
        var noted = given && random.Chance(traits.Confirmed && traits.Asked ? NotedWhenConfirmed : field.Noted);
        if (noted || !traits.AskedAgain)
        {
            return new FieldPlan(field, traits.Asked, traits.Confirmed, traits.Explained, given ? value : null, noted, false);
        }

        // Whoever would not say it the first time seldom does the second time.
        var again = random.Chance(given || !traits.Asked ? field.Answered : field.Answered / 3);
        return again
            ? new FieldPlan(field, traits.Asked, traits.Confirmed, traits.Explained, value, random.Chance(NotedWhenConfirmed), true)
            : new FieldPlan(field, traits.Asked, traits.Confirmed, traits.Explained, given ? value : null, false, false);
    }
}
