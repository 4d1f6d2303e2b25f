using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Text;

/// <summary>Cuts a text into words, emoji and links in one pass. Whole words only, so that "add" is never found in "address".</summary>
internal static class Tokeniser
{
    private const int LongestEmoticon = 5;

    /// <summary>Adds the tokens of the writer's own lines; of every line when <paramref name="everything"/>.</summary>
    public static void Read(ReadOnlySpan<char> text, TextField field, Vocabulary words, ref TokenList tokens, bool everything = false)
    {
        var lines = new MessageLines(text);
        var start = 0;
        while (start <= text.Length && !tokens.Full)
        {
            var length = text[start..].IndexOf('\n');
            if (length < 0)
                length = text.Length - start;
            if (everything || lines.Kind(start, length) == LineKind.Own)
                Line(text, start, start + length, field, words, ref tokens);
            EndLine(text, start + length, field, ref tokens);
            start += length + 1;
        }
    }

    private static void Line(ReadOnlySpan<char> text, int start, int end, TextField field, Vocabulary words, ref TokenList tokens)
    {
        var (at, open) = (start, 0);
        while (at < end && !tokens.Full)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c))
            {
                at = Word(text, at, end, field, words, ref tokens);
                continue;
            }

            if (c == '@' && at + 1 < end && char.IsLetterOrDigit(text[at + 1]))
            {
                at = Link(text, at, RunEnd(text, at + 1, end), field, ref tokens);
                continue;
            }

            var taken = c == ' ' || Brackets.Holds(text, at, end, open > 0) ? 0 : Emoticon(text, at, end, field, words, ref tokens);
            if (taken == 0 && c > 0x7F)
                taken = Symbol(text, at, end, field, words, ref tokens);
            if (taken > 0)
            {
                at += taken;
                continue;
            }

            Mark(IsDash(text, at, end) ? '\u2014' : c, field, ref tokens);
            open += Brackets.IsOpening(c) ? 1 : Brackets.IsClosing(c) && open > 0 ? -1 : 0;
            at++;
        }
    }

    private static int Word(ReadOnlySpan<char> text, int at, int end, TextField field, Vocabulary words, ref TokenList tokens)
    {
        var run = text[at..end];
        if (run[0] is 'h' or 'H' or 'w' or 'W' && (Starts(run, "http://") || Starts(run, "https://") || Starts(run, "www.")))
            return Link(text, at, BlankAfter(text, at, end), field, ref tokens);

        var stop = at + 1;
        while (stop < end && (char.IsLetterOrDigit(text[stop]) || char.GetUnicodeCategory(text[stop]) == UnicodeCategory.NonSpacingMark
            || (WordForm.IsApostrophe(text[stop]) && stop + 1 < end && char.IsLetter(text[stop + 1]) && text[stop] != '`')))
        {
            stop++;
        }

        if (stop < end && text[stop] == '@' && stop + 1 < end && char.IsLetterOrDigit(text[stop + 1]))
            return Link(text, at, BlankAfter(text, at, end), field, ref tokens);

        var word = text[at..stop];
        var token = new Token { Start = at, Length = word.Length, Field = field, Id = -1 };
        Spelling(word, ref token);
        Span<char> form = stackalloc char[WordForm.Longest];
        var length = WordForm.Write(word, form, out token.Stretched);
        token.Id = words.Find(form[..length]);
        if (token.Id < 0 && token.Stretched)
            token.Id = words.Find(Shortened(form[..length]));
        if (token.Id < 0 && at > 0 && text[at - 1] == '#')
            token.Id = LastWord(form[..length], words);
        tokens.Add(token);
        return stop;
    }

    /// <summary>"#epicfail" ends in a word that says it.</summary>
    private static int LastWord(ReadOnlySpan<char> tag, Vocabulary words)
    {
        const int Shortest = 4;
        for (var start = 2; start <= tag.Length - Shortest; start++)
        {
            if (words.Find(tag[start..]) is var id and >= 0)
                return id;
        }

        return -1;
    }

    /// <summary>"sooo" was looked up as "soo"; the word is "so".</summary>
    private static Span<char> Shortened(Span<char> form)
    {
        var length = 0;
        foreach (var c in form)
        {
            if (length == 0 || form[length - 1] != c)
                form[length++] = c;
        }

        return form[..length];
    }

    private static void Spelling(ReadOnlySpan<char> word, ref Token token)
    {
        token.Kind = char.IsDigit(word[0]) ? TokenKind.Number : TokenKind.Word;
        token.Capitalised = char.IsUpper(word[0]);
        if (!token.Capitalised || word.Length < 2)
            return;
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return;
        }

        token.Shouted = true;
    }

    private static int Link(ReadOnlySpan<char> text, int at, int stop, TextField field, ref TokenList tokens)
    {
        while (stop > at + 1 && text[stop - 1] is '.' or ',' or ')' or '!' or '?' or ';' or ':')
            stop--;
        tokens.Add(new Token { Start = at, Length = stop - at, Field = field, Id = -1, Kind = TokenKind.Link });
        return stop;
    }

    /// <summary>":-)" and the like, where no letter or figure follows.</summary>
    private static int Emoticon(ReadOnlySpan<char> text, int at, int end, TextField field, Vocabulary words, ref TokenList tokens)
    {
        for (var length = Math.Min(LongestEmoticon, end - at); length >= 2; length--)
        {
            if (at + length < end && char.IsLetterOrDigit(text[at + length]))
                continue;
            Span<char> form = stackalloc char[LongestEmoticon];
            var id = words.FindEmoticon(form[..text.Slice(at, length).ToLowerInvariant(form)]);
            if (id < 0)
                continue;
            tokens.Add(new Token { Start = at, Length = length, Field = field, Id = id, Kind = TokenKind.Emoji });
            return length;
        }

        return 0;
    }

    private static int Symbol(ReadOnlySpan<char> text, int at, int end, TextField field, Vocabulary words, ref TokenList tokens)
    {
        if (Rune.DecodeFromUtf16(text[at..end], out var rune, out var taken) != System.Buffers.OperationStatus.Done)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol))
            return rune.IsBmp ? 0 : taken;
        tokens.Add(new Token { Start = at, Length = taken, Field = field, Id = words.Find(text.Slice(at, taken)), Kind = TokenKind.Emoji });
        return taken;
    }

    private static void Mark(char c, TextField field, ref TokenList tokens)
    {
        ref var last = ref tokens.Last(field);
        if (Unsafe.IsNullRef(ref last))
            return;
        switch (c)
        {
            case '!':
                last.Exclamations += (byte)(last.Exclamations < 9 ? 1 : 0);
                last.PauseAfter = Pause.Sentence;
                break;
            case '?' or '\uFF1F':
                tokens.Questions += last.Questions == 0 ? 1 : 0;
                last.Questions += (byte)(last.Questions < 9 ? 1 : 0);
                last.PauseAfter = Pause.Sentence;
                break;
            case '.' or '\u2026' or '\u3002':
                last.PauseAfter = Pause.Sentence;
                break;
            case ';' or ':' or '(' or ')' or '\u2014' or '\u2013':
                last.PauseAfter = Later(last.PauseAfter, Pause.Clause);
                break;
            case ',':
                last.PauseAfter = Later(last.PauseAfter, Pause.Comma);
                break;
        }
    }

    /// <summary>A hyphen, a slash or a bar between two blanks is a dash: what follows is another thought.</summary>
    private static bool IsDash(ReadOnlySpan<char> text, int at, int end)
    {
        var mark = text[at];
        return mark is '-' or '/' or '|' && (at == 0 || text[at - 1] == mark || char.IsWhiteSpace(text[at - 1]))
            && (at + 1 >= end || text[at + 1] == mark || char.IsWhiteSpace(text[at + 1]));
    }

    private static Pause Later(Pause a, Pause b) => a > b ? a : b;

    /// <summary>A line that ends before the text does ends a sentence only when the next one is empty: mail breaks lines anywhere.</summary>
    private static void EndLine(ReadOnlySpan<char> text, int end, TextField field, ref TokenList tokens)
    {
        ref var last = ref tokens.Last(field);
        if (Unsafe.IsNullRef(ref last))
            return;
        var next = end + 1;
        if (next >= text.Length || text[next] is '\n' or '\r' or '-' or '*' or '>' || char.IsUpper(text[next]))
            last.PauseAfter = Pause.Sentence;
    }

    private static bool Starts(ReadOnlySpan<char> run, string start) => run.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static int RunEnd(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return at;
    }

    private static int BlankAfter(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
