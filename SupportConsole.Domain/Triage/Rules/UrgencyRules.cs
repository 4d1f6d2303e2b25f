using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Rules;

/// <summary>
/// An explicit priority wins; then what the words say, the most urgent first, unless the writer says that it is not urgent; business impact
/// is never less than high; a very negative message is high; else medium. "Not stuck" is no hurry where nothing else is urgent; "no rush" says so outright.
/// </summary>
internal static class UrgencyRules
{
    /// <summary>A rule of this weight says outright that there is no hurry.</summary>
    private const float Outright = 2;

    /// <summary>A rule of this weight says nothing of haste, nor do the words in it: "critical thinking".</summary>
    private const float Nothing = 0;

    /// <summary>What a rule of less weight names may be asked about: "is there an outage?".</summary>
    private const float Stated = 1;

    public static (TriageUrgency Urgency, UrgencyReason Reason, int Match) Find(
        TriageUrgency? priority, ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, double polarity, TriageOptions options)
    {
        if (priority is { } set)
            return (set, UrgencyReason.ExplicitPriority, -1);
        var (found, outright, denied, impact) = (-1, -1, -1, -1);
        TriageUrgency? level = null;
        for (var i = 0; i < matches.Length; i++)
        {
            ref readonly var match = ref matches[i];
            if (match.Rule.Aspect is not (Aspect.Urgency or Aspect.Impact) || (match.Rule.Aspect == Aspect.Urgency && InsideAnother(matches, i)))
                continue;
            if (match.Rule.Weight == Nothing || Narration.IsPraise(tokens, matches, i) || Narration.IsOver(tokens, matches, i))
                continue;
            if (Denial.Of(tokens, match.First))
                denied = denied < 0 && match is { Count: 1, Rule: { Aspect: Aspect.Urgency, Target: >= (byte)TriageUrgency.High } } ? i : denied;
            else if (match.Rule.Aspect == Aspect.Impact)
                impact = impact < 0 ? i : impact;
            else if (match.Rule.Weight >= Outright)
                outright = outright < 0 ? i : outright;
            else if (LevelOf(tokens, match) is var said && (level is null || said > level))
                (found, level) = (i, said);
        }

        if (level == TriageUrgency.Critical)
            return (TriageUrgency.Critical, UrgencyReason.Words, found);
        if (impact >= 0)
            return (TriageUrgency.High, UrgencyReason.BusinessImpact, impact);
        if (outright >= 0)
            return (TriageUrgency.Low, UrgencyReason.Words, outright);
        if (level == TriageUrgency.High)
            return (TriageUrgency.High, UrgencyReason.Words, found);
        if (denied >= 0)
            return (TriageUrgency.Low, UrgencyReason.Words, denied);
        if (level == TriageUrgency.Low)
            return (TriageUrgency.Low, UrgencyReason.Words, found);
        if (polarity < options.UrgentBelow)
            return (TriageUrgency.High, UrgencyReason.Polarity, -1);
        return (TriageUrgency.Medium, level is null ? UrgencyReason.Nothing : UrgencyReason.Words, found);
    }

    /// <summary>Who asks whether something is wrong does not say that it is.</summary>
    private static TriageUrgency LevelOf(ReadOnlySpan<Token> tokens, in RuleMatch match)
    {
        var level = (TriageUrgency)match.Rule.Target;
        return level == TriageUrgency.Critical && match.Rule.Weight < Stated && Narration.IsAsked(tokens, match) ? TriageUrgency.High : level;
    }

    /// <summary>The "important" of "not important" says nothing of its own.</summary>
    private static bool InsideAnother(ReadOnlySpan<RuleMatch> matches, int index)
    {
        // Longer phrases that cover this one begin at most a few words before it, so they stand just before it.
        var match = matches[index];
        for (var i = index - 1; i >= 0 && matches[i].First > match.First - 8; i--)
        {
            var other = matches[i];
            if (other.Rule.Aspect == Aspect.Urgency && other.Count > match.Count && other.First + other.Count >= match.First + match.Count)
                return true;
        }

        return false;
    }
}
