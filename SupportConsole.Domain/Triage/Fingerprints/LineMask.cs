using System.Buffers;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>
/// Cuts one log or error line into words, marks and values. What is a value is told by its looks alone: anything with a digit, a path, an
/// address, what follows "=", what stands in quotes. Values side by side are one, since lists have no fixed length.
/// </summary>
internal static class LineMask
{
    /// <summary>The rest of a longer line is left out: what makes it one of its kind stands in front.</summary>
    private const int MostParts = 120;

    // Between words these only separate; the other marks are part of the line's shape.
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t,:.!?");
    private static readonly SearchValues<char> Cuts = SearchValues.Create(" \t,;:=()[]{}<>|\"!?#&");

    // Where an address or a path ends, and what may stand between two values that are one.
    private static readonly SearchValues<char> EndsWhole = SearchValues.Create(",;\"'()[]{}<>|=");
    private static readonly SearchValues<char> Joins = SearchValues.Create(" \t,:.!?\"'");

    private static readonly string[] ValueWords = ["true", "false", "null", "nil", "none", "undefined", "nan"];
    private static readonly string[] DateWords =
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "utc", "gmt", "cest", "cet", "am", "pm",
    ];

    // Behind a number they belong to it: one line says KB where the next one says MB.
    private static readonly string[] Units = ["b", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "ms", "us", "ns", "sec", "secs"];

    // Behind "user" stands a name, unless one of these does.
    private static readonly string[] NoNames =
    [
        "unknown", "request", "requests", "name", "names", "is", "not", "has", "had", "was", "logged", "mode", "id", "ids", "data", "input", "agent", "space", "and", "or", "for", "in", "by", "from", "with", "to",
        "authentication", "session", "sessions", "account", "accounts", "does", "can", "could", "list", "group", "role", "profile", "process", "cannot", "did", "already", "interface",
    ];

    // What the name of a machine on the internet ends in.
    private static readonly string[] Domains =
        ["com", "net", "org", "edu", "gov", "io", "nl", "be", "de", "uk", "fr", "it", "es", "pl", "br", "cn", "hk", "jp", "tw", "ru", "us", "ca", "au", "eu", "info", "biz", "local", "lan", "internal"];

    private static readonly string[] Verbs = ["get", "post", "put", "delete", "head", "patch", "options"];

    public static void Read(ReadOnlySpan<char> line, ref PooledList<LogPart> parts)
    {
        var at = 0;
        while (at < line.Length && parts.Count < MostParts)
        {
            var c = line[at];
            if (c is '"' or '\'' && Quoted(line, at) is var quoted && quoted > 0)
            {
                Mark(line, at, ref parts);
                Value(at + 1, quoted - at - 1, line, ref parts);
                at = quoted + 1;
                continue;
            }

            if (Cuts.Contains(c) || c is '\'' or '.')
            {
                if (!Separators.Contains(c) && !(c is '<' or '>' && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1])))
                    Mark(line, at, ref parts);
                at++;
                continue;
            }

            at = Run(line, at, ref parts);
        }
    }

    /// <summary>The part that begins here: a whole address or path, or a word up to the next mark.</summary>
    private static int Run(ReadOnlySpan<char> line, int at, ref PooledList<LogPart> parts)
    {
        var blank = line[at..].IndexOfAny(' ', '\t');
        var run = blank < 0 ? line[at..] : line.Slice(at, blank);
        var whole = WholeValue(run);
        if (whole > 0)
        {
            Value(at, whole, line, ref parts);
            return at + whole;
        }

        var length = run.IndexOfAny(Cuts);
        if (length < 0)
            length = run.Length;
        // Dots that lead the eye to a value at the end of the line are no part of the word before them.
        if (run[..length].IndexOf("..") is > 0 and var dots)
            length = dots;
        while (length > 1 && run[length - 1] is '.' or '\'')
            length--;
        var word = run[..length];
        var keyed = IsKeyed(line, at);
        if (keyed && at + length < line.Length && line[at + length] is '{' or '(' or '[')
            length = Closing(line, at + length) - at;
        if (keyed || IsValue(word) || (IsDateWord(word) && BesideValue(line, at, parts)) || IsUnit(word, at, parts) || IsUser(line, word, parts))
            Value(at, length, line, ref parts);
        else
            parts.Add(new LogPart(at, length, LogPartKind.Word));
        return at + length;
    }

    /// <summary>Addresses and paths hold marks of their own and end at a blank, a comma or a closing bracket.</summary>
    private static int WholeValue(ReadOnlySpan<char> run)
    {
        var end = run.IndexOfAny(EndsWhole);
        var length = end < 0 ? run.Length : end;
        var head = run[..length].TrimEnd(":.!?");
        if (head.Length < 2)
            return 0;
        var scheme = head.IndexOf("://");
        var slash = head.IndexOf('/');
        var path = slash == 0 || (slash > 0 && head[(slash + 1)..].Contains('/')) || (head.Length > 2 && head[1] == ':' && head[2] == '\\')
            || head.Count('\\') >= 2 || (head[0] == '~' && slash == 1);
        var mail = head.IndexOf('@') is > 0 and var sign && head[sign..].Contains('.');
        var port = head.LastIndexOf(':') is > 0 and var colon && head[..colon].Contains('.') && !head[(colon + 1)..].ContainsAnyExceptInRange('0', '9');
        return scheme > 0 || port || path || mail || IsTimeOrAddress(head) ? head.Length : 0;
    }

    /// <summary>Figures and hexadecimal letters between colons, dots, dashes and slashes: a time, a date, an address, a version.</summary>
    private static bool IsTimeOrAddress(ReadOnlySpan<char> head)
    {
        var (marks, digits) = (0, 0);
        foreach (var c in head)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is ':' or '.' or '-' or '/' or '+' or 'T' or 'Z' or '_')
                marks++;
            else if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return digits > 0 && marks > 0;
    }

    private static bool IsValue(ReadOnlySpan<char> word)
    {
        var hex = word.Length >= 8;
        if (!word.ContainsAnyExcept('*'))
            return true;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c))
                return true;
            hex &= char.IsAsciiHexDigit(c);
        }

        return hex || Any(ValueWords, word) || (word.LastIndexOf('.') is > 0 and var dot && Any(Domains, word[(dot + 1)..]));
    }

    /// <summary>Directly after "=": the value of a key.</summary>
    private static bool IsKeyed(ReadOnlySpan<char> line, int at) => at > 1 && line[at - 1] == '=' && char.IsLetterOrDigit(line[at - 2]);

    private static bool IsUnit(ReadOnlySpan<char> word, int at, in PooledList<LogPart> parts) =>
        word.Length <= 4 && parts.Count > 0 && parts.Items[^1] is { Kind: LogPartKind.Value } last && at - last.Start - last.Length <= 1 && Any(Units, word);

    private static bool IsUser(ReadOnlySpan<char> line, ReadOnlySpan<char> word, in PooledList<LogPart> parts) =>
        parts.Count > 0 && parts.Items[^1] is { Kind: LogPartKind.Word, Length: 4 } last && line.Slice(last.Start, last.Length).Equals("user", StringComparison.OrdinalIgnoreCase)
        && !Any(NoNames, word);

    /// <summary>Behind the bracket that closes the one at <paramref name="at"/>; directly behind that one when none does.</summary>
    private static int Closing(ReadOnlySpan<char> line, int at)
    {
        const int Longest = 300;
        var depth = 0;
        for (var i = at; i < line.Length && i < at + Longest; i++)
        {
            depth += line[i] is '{' or '(' or '[' ? 1 : line[i] is '}' or ')' or ']' ? -1 : 0;
            if (depth == 0)
                return i + 1;
        }

        return at;
    }

    private static bool IsDateWord(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 4 && Any(DateWords, word);

    /// <summary>Next to a value or to another date word: "Fri Jun 17".</summary>
    private static bool BesideValue(ReadOnlySpan<char> line, int at, in PooledList<LogPart> parts)
    {
        if (parts.Count > 0 && parts.Items[^1].Kind == LogPartKind.Value)
            return true;
        var next = line[at..];
        var blank = next.IndexOf(' ');
        next = blank < 0 ? [] : next[blank..].TrimStart();
        var end = next.IndexOfAny(Cuts);
        return next.Length > 0 && (char.IsAsciiDigit(next[0]) || IsDateWord(end < 0 ? next : next[..end]));
    }

    private static bool Any(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Where the quote that opens here closes; 0 when it is no quote but an apostrophe.</summary>
    private static int Quoted(ReadOnlySpan<char> line, int at)
    {
        const int Longest = 200;
        if (at > 0 && char.IsLetterOrDigit(line[at - 1]))
            return 0;
        var close = line.Slice(at + 1, Math.Min(Longest, line.Length - at - 1)).IndexOf(line[at]);
        if (close <= 0)
            return 0;
        // A request that is quoted keeps its verb.
        var verb = line.Slice(at + 1, close);
        if (verb.IndexOf(' ') is > 0 and var blank && Any(Verbs, verb[..blank]))
            return 0;
        var after = at + close + 2;
        return after >= line.Length || !char.IsLetterOrDigit(line[after]) ? at + 1 + close : 0;
    }

    private static void Mark(ReadOnlySpan<char> line, int at, ref PooledList<LogPart> parts)
    {
        if (line[at] is not ('\'' or '.'))
            parts.Add(new LogPart(at, 1, LogPartKind.Mark));
    }

    private static void Value(int start, int length, ReadOnlySpan<char> line, ref PooledList<LogPart> parts)
    {
        if (parts.Count > 0 && parts.Items[^1] is { Kind: LogPartKind.Value } last && !line[(last.Start + last.Length)..start].ContainsAnyExcept(Joins))
        {
            parts.Items[^1] = last with { Length = start + length - last.Start };
            return;
        }

        parts.Add(new LogPart(start, length, LogPartKind.Value));
    }
}
