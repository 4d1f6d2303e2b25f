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
    private const float Denial = 2;

    private static readonly bool[] Links = RuleBook.Instance.Links;

    public static (TriageUrgency Urgency, UrgencyReason Reason, int Match) Find(
        TriageUrgency? priority, ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, double polarity, TriageOptions options)
    {
        if (priority is { } set)
            return (set, UrgencyReason.ExplicitPriority, -1);
        var (found, outright, denied, impact) = (-1, -1, -1, -1);
        for (var i = 0; i < matches.Length; i++)
        {
            ref readonly var match = ref matches[i];
            if (match.Rule.Aspect is not (Aspect.Urgency or Aspect.Impact) || (match.Rule.Aspect == Aspect.Urgency && InsideAnother(matches, i)))
                continue;
            if (IsDenied(tokens, match.First))
                denied = denied < 0 && match is { Count: 1, Rule: { Aspect: Aspect.Urgency, Target: >= (byte)TriageUrgency.High } } ? i : denied;
            else if (match.Rule.Aspect == Aspect.Impact)
                impact = impact < 0 ? i : impact;
            else if (match.Rule.Weight >= Denial)
                outright = outright < 0 ? i : outright;
            else if (found < 0 || match.Rule.Target > matches[found].Rule.Target)
                found = i;
        }

        var level = found < 0 ? default(TriageUrgency?) : (TriageUrgency)matches[found].Rule.Target;
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

    /// <summary>"Not so urgent", "not an emergency"; in "cannot log in, urgent" the negation is about something else.</summary>
    private static bool IsDenied(ReadOnlySpan<Token> tokens, int first)
    {
        if (!tokens[first].Negated)
            return false;
        for (var i = first - 1; i >= 0; i--)
        {
            ref readonly var token = ref tokens[i];
            if ((token.Role & TokenRole.Negator) != 0)
                return true;
            if ((token.Role & (TokenRole.Booster | TokenRole.Damper)) == 0 && (token.Id < 0 || !Links[token.Id]))
                return false;
        }

        return false;
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
