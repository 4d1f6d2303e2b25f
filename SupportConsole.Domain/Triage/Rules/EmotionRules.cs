using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Rules;

/// <summary>The emotion with the most weight of words; neutral when none has enough.</summary>
internal static class EmotionRules
{
    /// <summary>One plain word, or two hints such as "still no answer" and "third time".</summary>
    private const float Least = 2;

    /// <summary>In a negative text "great" and "thanks" are seldom meant.</summary>
    private const float Sarcasm = 0.5f;

    // Of two emotions as strong, the one that needs an answer sooner.
    private static readonly TriageEmotion[] Order =
        [TriageEmotion.Angry, TriageEmotion.Frustrated, TriageEmotion.Confused, TriageEmotion.Grateful, TriageEmotion.Happy];

    public static TriageEmotion Find(ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches, SentimentLabel label)
    {
        Span<float> weights = stackalloc float[Order.Length + 1];
        var covered = -1;
        foreach (ref readonly var match in matches)
        {
            if (match.Rule.Aspect != Aspect.Emotion || match.First <= covered)
                continue;
            covered = match.First + match.Count - 1;
            if (Of(tokens, match) is var emotion and not TriageEmotion.Neutral)
                weights[(int)emotion] += match.Rule.Weight * (tokens[match.First].Shouted ? 1.5f : 1);
        }

        if (label == SentimentLabel.Negative)
        {
            weights[(int)TriageEmotion.Happy] *= Sarcasm;
            weights[(int)TriageEmotion.Grateful] *= Sarcasm;
        }

        var best = TriageEmotion.Neutral;
        foreach (var emotion in Order)
        {
            if (weights[(int)emotion] >= Least && (best == TriageEmotion.Neutral || weights[(int)emotion] > weights[(int)best]))
                best = emotion;
        }

        return best;
    }

    /// <summary>Not happy is frustrated; not angry is nothing.</summary>
    public static TriageEmotion Of(ReadOnlySpan<Token> tokens, in RuleMatch match)
    {
        var emotion = (TriageEmotion)match.Rule.Target;
        if (match.Count > 1 || !tokens[match.First].Negated)
            return emotion;
        return emotion is TriageEmotion.Happy ? TriageEmotion.Frustrated : TriageEmotion.Neutral;
    }
}
