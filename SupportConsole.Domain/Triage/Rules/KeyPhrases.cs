using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Rules;

/// <summary>
/// Runs of words between stop words and marks, as in RAKE (Rose and others, 2010): a word that stands in many and long runs is telling, and
/// the phrases made of such words come first.
/// </summary>
internal static class KeyPhrases
{
    private const int Most = 10;
    private const int MostWords = 4;
    private const int LeastLetters = 4;

    /// <summary>Candidates beyond so many are not looked at: a message has said by then what it is about.</summary>
    private const int MostRuns = 80;

    public static List<string> Find(in TriageText text, ReadOnlySpan<Token> tokens, RuleBook book)
    {
        Span<Run> runs = stackalloc Run[MostRuns];
        runs = runs[..Runs(tokens, book, runs)];
        foreach (ref var run in runs)
            run.Score = Score(text, tokens, runs, run);
        var phrases = new List<string>(Most);
        while (phrases.Count < Most && Best(runs) is var best and >= 0)
        {
            var phrase = Written(text, tokens, runs[best]);
            runs[best].Score = -1;
            if (phrase.Length >= LeastLetters && !phrases.Contains(phrase))
                phrases.Add(phrase);
        }

        return phrases;
    }

    private static int Runs(ReadOnlySpan<Token> tokens, RuleBook book, Span<Run> runs)
    {
        var count = 0;
        for (var i = 0; i < tokens.Length && count < runs.Length;)
        {
            if (!Telling(tokens[i], book))
            {
                i++;
                continue;
            }

            var first = i;
            while (i < tokens.Length && i - first < MostWords && Telling(tokens[i], book) && tokens[i].Field == tokens[first].Field
                && (i == first || tokens[i - 1].PauseAfter == Pause.None))
            {
                i++;
            }

            runs[count++] = new Run(first, i - first);
        }

        return count;
    }

    private static bool Telling(in Token token, RuleBook book) =>
        token.Kind == TokenKind.Word && token.Length is > 1 and <= WordForm.Longest && !book.IsMarked(token.Id, Aspect.Stop);

    /// <summary>Each word adds the length of all runs it stands in; a run in the subject counts more.</summary>
    private static float Score(in TriageText text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Run> runs, Run run)
    {
        var score = 0f;
        for (var i = run.First; i < run.First + run.Count; i++)
        {
            var word = Of(text, tokens[i]);
            foreach (ref readonly var other in runs)
            {
                for (var j = other.First; j < other.First + other.Count; j++)
                    score += tokens[j].Length == word.Length && Of(text, tokens[j]).Equals(word, StringComparison.OrdinalIgnoreCase) ? other.Count : 0;
            }
        }

        return score * (tokens[run.First].Field == TextField.Subject ? 1.5f : 1) / MathF.Sqrt(run.Count);
    }

    private static int Best(ReadOnlySpan<Run> runs)
    {
        var best = -1;
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i].Score > 0 && (best < 0 || runs[i].Score > runs[best].Score))
                best = i;
        }

        return best;
    }

    /// <summary>The words in small letters with one blank between them: the words stand next to each other, but what is between may be a line end.</summary>
    private static string Written(in TriageText text, ReadOnlySpan<Token> tokens, Run run)
    {
        Span<char> phrase = stackalloc char[MostWords * (WordForm.Longest + 1)];
        var length = 0;
        for (var i = run.First; i < run.First + run.Count; i++)
        {
            if (i > run.First)
                phrase[length++] = ' ';
            length += Math.Max(0, Of(text, tokens[i]).ToLowerInvariant(phrase[length..]));
        }

        return new string(phrase[..length]);
    }

    private static ReadOnlySpan<char> Of(in TriageText text, in Token token) =>
        (token.Field == TextField.Subject ? text.Subject : text.Body).AsSpan(token.Start, token.Length);

    private record struct Run(int First, int Count, float Score = 0);
}
