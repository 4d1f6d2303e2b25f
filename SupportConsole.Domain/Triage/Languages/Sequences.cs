using System.Collections.Frozen;

namespace SupportConsole.Domain.Triage.Languages;

/// <summary>
/// The evidence in a text: its words, the runs of two to four letters within them with the word's edges, and the letters with a mark. Each is one number:
/// up to four characters of 15 bits and the kind in the top bits.
/// </summary>
internal static class Sequences
{
    public const int Kinds = 5;

    /// <summary>What a run of two, of three, of four, a whole word and a letter with a mark count: they tell the same thing more than once.</summary>
    internal static readonly double[] Weights = [0.15, 0.35, 0.35, 0.8, 0.7];

    // A capital within a sentence: a name or a title, which says little about the language around it.
    private const float OfNames = 0.2f;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectors =
        FrozenSet.Create(StringComparer.Ordinal, "of", "the", "and", "to", "a", "for", "with", "from", "on", "my", "your").GetAlternateLookup<ReadOnlySpan<char>>();

    private const char Edge = ' ';
    private const int Longest = 30;

    public static int Kind(ulong sequence) => (int)(sequence >> 60);

    public static IEnumerable<ulong> Of(string text)
    {
        var found = new List<ulong>();
        Read(text, found, static (sequence, _, list) => list.Add(sequence), int.MaxValue);
        return found;
    }

    /// <summary>Hands every sequence of the first <paramref name="letters"/> letters to <paramref name="take"/>; answers how many letters that were.</summary>
    public static int Read<T>(ReadOnlySpan<char> text, T state, Action<ulong, float, T> take, int letters)
    {
        Span<char> word = stackalloc char[Longest + 2];
        var (at, read) = (0, 0);
        var (begins, wasName) = (true, false);
        while (at < text.Length && read < letters)
        {
            if (!IsLetter(text[at]))
            {
                begins |= text[at] is '.' or '!' or '?' or ':' or '\n';
                at = text[at] is '@' || Starts(text[at..], "http") || Starts(text[at..], "www.") ? Blank(text, at) : at + 1;
                continue;
            }

            if (Starts(text[at..], "http") || Starts(text[at..], "www."))
            {
                at = Blank(text, at);
                continue;
            }

            var name = !begins && (char.IsUpper(text[at]) || (wasName && Connects(text, at)));
            (begins, wasName) = (false, name);
            word[0] = Edge;
            var length = 1;
            for (; at < text.Length && (IsLetter(text[at]) || (Text.WordForm.IsApostrophe(text[at]) && at + 1 < text.Length && IsLetter(text[at + 1]))); at++)
            {
                if (length <= Longest)
                    word[length++] = Text.WordForm.IsApostrophe(text[at]) ? '\'' : char.ToLowerInvariant(text[at]);
            }

            read += length - 1;
            word[length++] = Edge;
            Word(word[..length], state, take, name ? OfNames : 1);
        }

        return read;
    }

    private static void Word<T>(ReadOnlySpan<char> word, T state, Action<ulong, float, T> take, float weight)
    {
        var whole = Text.Fnv.Add(Text.Fnv.Basis, word);
        take((whole & 0x0FFFFFFFFFFFFFFFUL) | (3UL << 60), weight, state);
        for (var i = 0; i < word.Length - 1; i++)
        {
            if (word[i] > 0x7F)
                take(word[i] | (4UL << 60), weight, state);
            ulong run = word[i];
            for (var size = 2; size <= 4 && i + size <= word.Length; size++)
            {
                run = (run << 15) | (word[i + size - 1] & 0x7FFFU);
                take((run & 0x0FFFFFFFFFFFFFFFUL) | ((ulong)(size - 2) << 60), weight, state);
            }
        }
    }

    /// <summary>The "of the" in "The House of the Rising Sun": within an English title, more of which follows.</summary>
    private static bool Connects(ReadOnlySpan<char> text, int at)
    {
        for (var words = 0; words < 3; words++)
        {
            var length = text[at..].IndexOf(' ');
            if (length < 0 || !Connectors.Contains(text.Slice(at, length)))
                return words > 0 && char.IsUpper(text[at]);
            at += length + 1;
            if (at >= text.Length)
                return false;
        }

        return false;
    }

    private static bool IsLetter(char c) => char.IsLetter(c);

    private static bool Starts(ReadOnlySpan<char> text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static int Blank(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
