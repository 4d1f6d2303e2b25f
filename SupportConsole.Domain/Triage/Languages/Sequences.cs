namespace SupportConsole.Domain.Triage.Languages;

/// <summary>
/// The evidence in a text: its words, and the runs of two to four letters within them with the word's edges. Each is one number:
/// up to four characters of 15 bits and the kind in the top bits.
/// </summary>
internal static class Sequences
{
    public const int Kinds = 4;

    /// <summary>What a run of two, of three, of four and a whole word count: they tell the same thing more than once.</summary>
    internal static readonly double[] Weights = [0.15, 0.35, 0.35, 0.8];

    // A capital within a sentence: a name or a title, which says little about the language around it.
    private const float OfNames = 0.3f;

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
        var begins = true;
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

            var name = !begins && char.IsUpper(text[at]);
            begins = false;
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
        var whole = 14695981039346656037UL;
        foreach (var c in word)
            whole = (whole ^ c) * 1099511628211UL;
        take((whole & 0x0FFFFFFFFFFFFFFFUL) | (3UL << 60), weight, state);
        for (var i = 0; i < word.Length - 1; i++)
        {
            ulong run = word[i];
            for (var size = 2; size <= 4 && i + size <= word.Length; size++)
            {
                run = (run << 15) | (word[i + size - 1] & 0x7FFFU);
                take((run & 0x0FFFFFFFFFFFFFFFUL) | ((ulong)(size - 2) << 60), weight, state);
            }
        }
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
