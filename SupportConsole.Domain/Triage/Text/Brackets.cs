namespace SupportConsole.Domain.Triage.Text;

/// <summary>Tells a bracket from a mouth: "Name (required): Ann" holds no sad face, "(8 pieces)" no glad one.</summary>
internal static class Brackets
{
    /// <summary>No aside is longer, and a line of a million brackets is read in bounded time.</summary>
    private const int Furthest = 200;

    public static bool IsOpening(char sign) => sign is '(' or '[' or '{';

    public static bool IsClosing(char sign) => sign is ')' or ']' or '}';

    /// <summary>Whether the bracket at <paramref name="at"/>, or the one behind a colon there, holds words: a face stands alone and has no other half.</summary>
    /// <param name="open">A bracket was opened before it on its line.</param>
    public static bool Holds(ReadOnlySpan<char> text, int at, int end, bool open)
    {
        var apart = at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '.' or ',' or '!' or '?';
        if (IsClosing(text[at]))
            return open || !apart;
        if (IsOpening(text[at]))
            return !apart || IsClosed(text[(at + 1)..end]);
        return text[at] == ':' && !apart && at + 1 < end && IsOpening(text[at + 1]) && IsClosed(text[(at + 2)..end]);
    }

    /// <summary>Whether the rest of the line has the other half: a closing bracket that is no mouth itself.</summary>
    private static bool IsClosed(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < Math.Min(rest.Length, Furthest); i++)
        {
            if (IsClosing(rest[i]) && (i == 0 || rest[i - 1] is not (':' or ';' or '-' or '=' or '\'' or '^')))
                return true;
        }

        return false;
    }
}
