using System.Globalization;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// Reads a text as features: words, pairs of words (also with one between them), and character n-grams inside words, which forgive
/// spelling and inflection. A feature is a hash; its two lowest bits tell characters (0), words (1) and pairs of words (3).
/// </summary>
internal static class NgramReader
{
    /// <summary>What follows is not read: it bounds the time of any text, and what a message is about stands before it.</summary>
    public const int MostCharacters = 4096;

    /// <summary>At most this many characters make a character n-gram; more added weight to the model and nothing to its answers on five data sets.</summary>
    private const int LongestNgram = 4;

    private static readonly ulong Edge = Mix(12345);

    /// <summary>Fills <see cref="ReadingRoom.Features"/>. Any text will do, also one that is not valid Unicode.</summary>
    public static void Read(ReadOnlySpan<char> text, ReadingRoom room)
    {
        room.FeatureCount = 0;
        var length = Math.Min(text.Length, MostCharacters);
        for (var i = 0; i < length; i++)
            room.Text[i] = char.ToLowerInvariant(text[i]);
        ReadOnlySpan<char> lower = room.Text.AsSpan(0, length);
        var tokens = 0;
        for (var at = 0; at < length;)
        {
            var end = TokenEnd(lower, at);
            if (end < 0)
            {
                at++;
                continue;
            }

            room.Hashes[tokens] = HashOf(lower[at..end]);
            AddWords(room, tokens++);
            AddCharacters(room, lower[at..end]);
            at = end;
        }

        if (tokens > 0)
            room.Add(Mix((room.Hashes[tokens - 1] * 31) + Edge + 2) | 3);
    }

    /// <summary>Where the word or sign that begins at <paramref name="at"/> ends; negative for white space. A repeated sign is one.</summary>
    public static int TokenEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        if (IsOfWord(text[at]))
        {
            while (end < text.Length && (IsOfWord(text[end]) || (text[end] is '\'' or '\u2019' && end + 1 < text.Length && IsOfWord(text[end + 1]))))
                end++;
            return end;
        }

        if (char.IsWhiteSpace(text[at]))
            return -1;
        var width = char.IsHighSurrogate(text[at]) && end < text.Length && char.IsLowSurrogate(text[end]) ? 2 : 1;
        var sign = text.Slice(at, width);
        for (end = at + width; text[end..].StartsWith(sign); end += width)
        {
        }

        return end;
    }

    private static void AddWords(ReadingRoom room, int token)
    {
        var hashes = room.Hashes;
        room.Add((Mix(hashes[token] + 1) & ~3UL) | 1);
        room.Add(Mix(((token == 0 ? Edge : hashes[token - 1]) * 31) + hashes[token] + 2) | 3);
        if (token > 1)
            room.Add(Mix((hashes[token - 2] * 31) + hashes[token] + 4) | 3);
    }

    /// <summary>N-grams of the word between two spaces, so that its beginning and end are told from its middle.</summary>
    private static void AddCharacters(ReadingRoom room, ReadOnlySpan<char> word)
    {
        var last = word.Length + 1;
        for (var start = 0; start < last; start++)
        {
            var hash = Fnv.Basis;
            for (var size = 1; size <= LongestNgram && start + size <= last + 1; size++)
            {
                var at = start + size - 1;
                hash = Fnv.Add(hash, at == 0 || at == last ? ' ' : word[at - 1]);
                if (size > 1 && size < last + 1)
                    room.Add(Mix(hash + 5) & ~3UL);
            }
        }
    }

    private static bool IsOfWord(char character) =>
        char.IsLetterOrDigit(character)
        || (character >= '\u0300' && char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = Fnv.Basis;
        foreach (var character in word)
            hash = Fnv.Add(hash, character == '\u2019' ? '\'' : character);
        return Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
        hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
        return hash ^ (hash >> 32);
    }
}
