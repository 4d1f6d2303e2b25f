using System.Runtime.InteropServices;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Words;

/// <summary>
/// Every rule, found by its first word. A word's valences stand in two arrays of their own; a phrase is a first word and the numbers
/// that must follow. Made once, read by all.
/// </summary>
internal sealed class RuleBook
{
    /// <summary>In a phrase: up to <see cref="WidestGap"/> other words may stand here.</summary>
    internal const int Gap = -2;
    private const int WidestGap = 3;

    private readonly int[] _starts;
    private readonly Phrase[] _phrases;

    /// <summary>By word number: a bit for each aspect from <see cref="Aspect.Stop"/> on.</summary>
    private readonly byte[] _marks;

    internal RuleBook(IReadOnlyDictionary<string, int> words, float[] english, float[] dutch, List<Phrase>[] byFirstWord)
    {
        Words = new Vocabulary(words);
        English = english;
        Dutch = dutch;
        _starts = new int[byFirstWord.Length + 1];
        for (var i = 0; i < byFirstWord.Length; i++)
            _starts[i + 1] = _starts[i] + (byFirstWord[i]?.Count ?? 0);
        _marks = [.. byFirstWord.Select(MarksOf)];
        // The longest first: "not working" is taken before "not".
        _phrases = byFirstWord.SelectMany(phrases => (phrases ?? []).OrderByDescending(phrase => phrase.Rest.Length)).ToArray();
    }

    public static RuleBook Instance { get; } = RuleBookReading.Read();

    public Vocabulary Words { get; }

    /// <summary>Valence by word number, -4 to 4; 0 for words without.</summary>
    public float[] English { get; }

    public float[] Dutch { get; }

    /// <summary>Whether a word, known or not, has one of the aspects from <see cref="Aspect.Stop"/> on.</summary>
    public bool IsMarked(int id, Aspect mark) => id >= 0 && (_marks[id] & Bit(mark)) != 0;

    /// <summary>Every phrase that begins with the word of token <paramref name="first"/> and holds in a text of <paramref name="tongue"/>.</summary>
    public void Match(ReadOnlySpan<Token> tokens, int first, Tongue tongue, ref PooledList<RuleMatch> matches)
    {
        var id = tokens[first].Id;
        if (id < 0)
            return;
        var from = matches.Items.Length;
        foreach (ref readonly var phrase in _phrases.AsSpan(_starts[id], _starts[id + 1] - _starts[id]))
        {
            if (phrase.Rule.Aspect >= Aspect.Stop || !Holds(phrase.Rule, tongue))
                continue;
            var count = Length(tokens, first, phrase.Rest);
            if (count > 0 && !IsSaid(matches.Items[from..], phrase.Rule, count))
                matches.Add(new RuleMatch(phrase.Rule, first, count));
        }
    }

    private static byte MarksOf(List<Phrase>? phrases) =>
        (phrases ?? []).Where(phrase => phrase.Rule.Aspect >= Aspect.Stop).Aggregate((byte)0, (marks, phrase) => (byte)(marks | Bit(phrase.Rule.Aspect)));

    private static int Bit(Aspect mark) => 1 << (mark - Aspect.Stop);

    /// <summary>English words are at home in Dutch messages, except in what they feel: "die", "slim" and "bad" are Dutch words too.</summary>
    private static bool Holds(Rule rule, Tongue tongue) =>
        rule.Tongue == Tongue.Any || rule.Tongue == tongue || (tongue == Tongue.Any && rule.Aspect != Aspect.Sentiment)
        || (tongue == Tongue.English && rule.Tongue == Tongue.EnglishAlone)
        || (tongue == Tongue.Dutch && rule.Tongue == Tongue.English && rule.Aspect is Aspect.Urgency or Aspect.Impact or Aspect.Category or Aspect.Subcategory);

    /// <summary>What both languages say about a word, or two phrases about the same words, is said once.</summary>
    private static bool IsSaid(ReadOnlySpan<RuleMatch> here, Rule rule, int count)
    {
        foreach (ref readonly var match in here)
        {
            if (rule.Aspect >= Aspect.Urgency && match.Count == count && match.Rule.Aspect == rule.Aspect && match.Rule.Target == rule.Target)
                return true;
        }

        return false;
    }

    /// <summary>How many tokens the phrase spans; 0 when it is not there. It ends where the sentence does.</summary>
    private static int Length(ReadOnlySpan<Token> tokens, int first, int[] rest)
    {
        var at = first;
        var slack = 0;
        foreach (var word in rest)
        {
            if (word == Gap)
            {
                slack = WidestGap;
                continue;
            }

            do
            {
                if (tokens[at].PauseAfter == Pause.Sentence || ++at >= tokens.Length || tokens[at].Field != tokens[first].Field)
                    return 0;
            }
            while (tokens[at].Id != word && slack-- > 0);
            if (tokens[at].Id != word)
                return 0;
            slack = 0;
        }

        return at - first + 1;
    }

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Phrase(Rule Rule, int[] Rest);
}
