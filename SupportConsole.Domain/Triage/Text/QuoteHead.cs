namespace SupportConsole.Domain.Triage.Text;

/// <summary>What a mail program writes above the mail that is answered: "On Monday, Ann wrote:", "Original Message", or Outlook's From, Sent, To and Subject.</summary>
internal static class QuoteHead
{
    private const int LongestAttribution = 300;

    // Programs break an attribution where a line gets long.
    private const int AttributionLines = 3;
    private const int MostHeaders = 12;

    private static readonly string[] Originals =
    [
        "-----original message", "----- original message", "-----oorspronkelijk bericht", "----- oorspronkelijk bericht",
        "---------- forwarded message", "-------- forwarded message", "begin forwarded message", "begin doorgestuurd bericht", "________________________________",
    ];

    private static readonly string[] Headers =
        ["from", "sent", "date", "to", "cc", "subject", "van", "verzonden", "datum", "aan", "onderwerp"];

    /// <summary>Where the head ends that <paramref name="text"/>, from the beginning of a line on, begins with; 0 where there is none.</summary>
    public static int End(ReadOnlySpan<char> text)
    {
        var line = Line(text, out var length);
        if (line.IsEmpty)
            return 0;
        return StartsOriginal(line) || StartsHeaders(text) ? length : Attribution(text);
    }

    private static bool StartsOriginal(ReadOnlySpan<char> line)
    {
        foreach (var original in Originals)
        {
            if (line.StartsWith(original, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Two or more lines of a mail's head in a row, more than from where to where; a form, whose next line has a label of its own, is none.</summary>
    private static bool StartsHeaders(ReadOnlySpan<char> text)
    {
        var (count, mail) = (0, false);
        for (var lines = 0; lines < MostHeaders && !text.IsEmpty; lines++)
        {
            var line = Line(text, out var length);
            var header = HeaderOf(line);
            if (header is null)
                return count > 1 && mail && !HasLabel(line);
            mail |= header is not ("from" or "to" or "van" or "aan") || line.Contains('@');
            count++;
            text = text[Math.Min(text.Length, length + 1)..];
        }

        return count > 1 && mail;
    }

    /// <summary>"From:", and the "*From:*" of a mail that was in bold.</summary>
    private static string? HeaderOf(ReadOnlySpan<char> line)
    {
        line = line.TrimStart('*');
        foreach (var header in Headers)
        {
            if (line.StartsWith(header, StringComparison.OrdinalIgnoreCase) && line[header.Length..].TrimStart('*').TrimStart().StartsWith(":"))
                return header;
        }

        return null;
    }

    private static bool HasLabel(ReadOnlySpan<char> line)
    {
        const int LongestLabel = 20;
        return line.IndexOf(':') is > 0 and < LongestLabel;
    }

    /// <summary>"On Monday, Ann wrote:", "Op maandag schreef Ann:", "Op 3 nov. heeft Ann het volgende geschreven:", with their line breaks.</summary>
    private static int Attribution(ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart().Length;
        var english = text[start..].StartsWith("On ");
        if (!english && !text[start..].StartsWith("Op "))
            return 0;
        var end = 0;
        for (var lines = 0; lines < AttributionLines && end < text.Length; lines++)
        {
            var line = Line(text[end..], out var length);
            if (line.IsEmpty)
                return 0;
            var head = text[start..(end + length)].TrimEnd();
            if (head.Length > LongestAttribution)
                return 0;
            if (head[^1] == ':')
                return Says(head, english) && (lines == 0 || head.Contains('@')) ? start + head.Length : 0;
            end += length + 1;
        }

        return 0;
    }

    private static bool Says(ReadOnlySpan<char> head, bool english) =>
        english ? head.EndsWith("wrote:", StringComparison.OrdinalIgnoreCase)
        : head.Contains("schreef", StringComparison.OrdinalIgnoreCase) || head.EndsWith("geschreven:", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands in the first line, and how long it is.</summary>
    private static ReadOnlySpan<char> Line(ReadOnlySpan<char> text, out int length)
    {
        length = text.IndexOf('\n') is var end and >= 0 ? end : text.Length;
        return text[..length].Trim();
    }
}
