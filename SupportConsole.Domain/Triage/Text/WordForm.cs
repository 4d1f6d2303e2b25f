using System.Buffers;

namespace SupportConsole.Domain.Triage.Text;

/// <summary>The form in which words are looked up: small letters without accents, one kind of apostrophe, no letter three times in a row.</summary>
internal static class WordForm
{
    /// <summary>Longer words are in no list; they are looked up by nobody.</summary>
    public const int Longest = 40;

    // Latin letters with a mark, U+00C0 to U+017F, and the letter below the mark; a dot where there is none.
    private const string Bases =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789'");

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`' or '\u00B4';

    /// <summary>Writes the form of <paramref name="word"/> and answers its length; 0 when it is too long. <paramref name="stretched"/>: letters were left out.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> form, out bool stretched)
    {
        stretched = false;
        if (word.Length > form.Length)
            return 0;
        if (!word.ContainsAnyExcept(Plain) && !HasRun(word))
        {
            word.CopyTo(form);
            return word.Length;
        }

        var length = 0;
        foreach (var c in word)
        {
            var small = Small(c);
            if (length >= 2 && form[length - 1] == small && form[length - 2] == small && char.IsLetter(small))
            {
                stretched = true;
                continue;
            }

            form[length++] = small;
        }

        return length;
    }

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> form = stackalloc char[Longest];
        return new string(form[..Write(word, form, out _)]);
    }

    private static char Small(char c)
    {
        if (IsApostrophe(c))
            return '\'';
        if (c < 128)
            return char.ToLowerInvariant(c);
        var small = c is >= '\u00C0' and <= '\u017F' ? Bases[c - '\u00C0'] : '.';
        return small == '.' ? char.ToLowerInvariant(c) : small;
    }

    private static bool HasRun(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        }

        return false;
    }
}
