using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Rules;

/// <summary>Tells what a message tells from what it asks for: "you fixed it immediately" is praise, and an outage "we had but now all is fine" is over.</summary>
internal static class Narration
{
    // Further away it is another thought; the look stays short for a text of any length.
    private const int Furthest = 40;

    // So many words at most stand between a deed and how fast it was, before them a word that asks, and after them.
    private const int DeedNear = 6;
    private const int AskBefore = 4;
    private const int AskAfter = 3;

    private static readonly RuleBook Book = RuleBook.Instance;
    private static readonly int[] Or = [Book.Words.Find("or"), Book.Words.Find("of")];

    /// <summary>A word of speed in a clause that tells what somebody did, or thanks for it, and does not ask for it.</summary>
    public static bool IsPraise(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, int index)
    {
        var match = matches[index];
        var (first, last) = (match.First, match.First + match.Count - 1);
        if (!Any(tokens, first, last, Aspect.Speed) || tokens[Around(tokens, match, Pause.Sentence).End].Questions > 0)
            return false;
        var (start, end) = Around(tokens, match, Pause.Comma);
        for (var away = 1; away <= DeedNear; away++)
        {
            if (first - away >= start && IsDeed(tokens[first - away]))
                return !Asks(tokens, first - away, last, start, end);
            if (last + away <= end && IsDeed(tokens[last + away]))
                return !Asks(tokens, first, last + away, start, end);
        }

        return Thanks(tokens, matches, index, start) && !Asks(tokens, start, last, start, end);
    }

    /// <summary>What was so, said before a "but" after which all is well.</summary>
    public static bool IsOver(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, int index)
    {
        var match = matches[index];
        var (start, end) = Around(tokens, match, Pause.Sentence);
        var turn = Turn(tokens, match.First + match.Count, end);
        return turn > 0 && Any(tokens, start, turn - 1, Aspect.Past) && AllIsWell(tokens, matches, index, turn, end);
    }

    /// <summary>The words belong to a question: nothing but "or" begins another thought before its mark.</summary>
    public static bool IsAsked(ReadOnlySpan<Token> tokens, in RuleMatch match)
    {
        var end = Around(tokens, match, Pause.Sentence).End;
        for (var i = match.First + match.Count - 1; i < end; i++)
        {
            if (tokens[i].PauseAfter != Pause.None && Array.IndexOf(Or, tokens[i + 1].Id) < 0)
                return false;
        }

        return tokens[end].Questions > 0;
    }

    /// <summary>From the first to the last token with no <paramref name="pause"/>, or a stronger one, between them and the match.</summary>
    private static (int Start, int End) Around(ReadOnlySpan<Token> tokens, in RuleMatch match, Pause pause)
    {
        var (start, end) = (match.First, match.First + match.Count - 1);
        var (least, most) = (Math.Max(0, start - Furthest), Math.Min(tokens.Length - 1, end + Furthest));
        while (start > least && tokens[start - 1].PauseAfter < pause && tokens[start - 1].Field == tokens[start].Field)
            start--;
        while (end < most && tokens[end].PauseAfter < pause && tokens[end + 1].Field == tokens[end].Field)
            end++;
        return (start, end);
    }

    /// <summary>A word that asks stands around the two tokens, or a negation between them: "you answered nothing fix it immediately".</summary>
    private static bool Asks(ReadOnlySpan<Token> tokens, int first, int last, int start, int end)
    {
        for (var i = Math.Max(start, first - AskBefore); i <= Math.Min(end, last + AskAfter); i++)
        {
            if ((tokens[i].Role & TokenRole.Ask) != 0 || (i > first && i < last && (tokens[i].Role & TokenRole.Negator) != 0))
                return true;
        }

        return false;
    }

    /// <summary>A word of joy or thanks before the match, and no "but" between them.</summary>
    private static bool Thanks(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, int index, int start)
    {
        for (var i = index - 1; i >= 0 && matches[i].First >= start; i--)
        {
            if (IsGlad(tokens, matches[i]))
                return Turn(tokens, matches[i].First, matches[index].First) < 0;
        }

        return false;
    }

    /// <summary>Something good is said, nothing is wrong and nothing urgent, between the two tokens.</summary>
    private static bool AllIsWell(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, int index, int start, int end)
    {
        var good = false;
        for (var i = start; i <= end; i++)
        {
            ref readonly var token = ref tokens[i];
            var fault = Book.IsMarked(token.Id, Aspect.Fault);
            if (fault != token.Negated && (fault || (token.Role == TokenRole.None && !Book.IsMarked(token.Id, Aspect.Link))))
                return false;
            good |= fault || IsDeed(token);
        }

        for (var i = index + 1; i < matches.Length && matches[i].First <= end; i++)
        {
            if (matches[i].First < start)
                continue;
            if (matches[i].Rule is { Aspect: Aspect.Impact } or { Aspect: Aspect.Urgency, Target: >= (byte)TriageUrgency.High })
                return false;
            good |= IsGlad(tokens, matches[i]);
        }

        return good;
    }

    /// <summary>The first "but" between the two tokens; -1 where there is none.</summary>
    private static int Turn(ReadOnlySpan<Token> tokens, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if ((tokens[i].Role & TokenRole.Contrast) != 0)
                return i;
        }

        return -1;
    }

    private static bool IsGlad(ReadOnlySpan<Token> tokens, in RuleMatch match) =>
        match.Rule.Aspect == Aspect.Emotion && EmotionRules.Of(tokens, match) is TriageEmotion.Happy or TriageEmotion.Grateful;

    private static bool IsDeed(in Token token) => !token.Negated && Book.IsMarked(token.Id, Aspect.Deed);

    private static bool Any(ReadOnlySpan<Token> tokens, int first, int last, Aspect mark)
    {
        for (var i = first; i <= last; i++)
        {
            if (Book.IsMarked(tokens[i].Id, mark))
                return true;
        }

        return false;
    }
}
