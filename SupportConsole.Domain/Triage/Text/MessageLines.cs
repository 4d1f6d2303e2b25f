namespace SupportConsole.Domain.Triage.Text;

internal enum LineKind : byte
{
    Own,
    Quoted,
    Signature,
    Code,
}

/// <summary>
/// Tells line by line what the writer wrote and what only hangs below it: quoted mail, a signature, pasted code or a stack trace.
/// Feed it every line in order.
/// </summary>
internal ref struct MessageLines
{
    // A signature is short: further down, "regards" is part of the letter.
    private const int SignatureLines = 8;

    private static readonly string[] Originals =
    [
        "-----original message", "----- original message", "-----oorspronkelijk bericht", "----- oorspronkelijk bericht",
        "---------- forwarded message", "-------- forwarded message", "begin forwarded message", "begin doorgestuurd bericht", "________________________________",
    ];

    private static readonly string[] Closings =
    [
        "kind regards", "best regards", "warm regards", "regards", "kr", "best", "best wishes", "cheers", "sincerely", "yours sincerely", "yours faithfully", "yours truly", "many thanks", "thanks and regards",
        "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "hoogachtend", "groet", "groeten", "groetjes", "mvg", "m.v.g.",
        "sent from my iphone", "sent from my ipad", "sent from my android", "sent from my phone", "sent from my mobile", "verzonden vanaf mijn iphone", "verstuurd vanaf mijn iphone", "verzonden vanaf mijn telefoon",
    ];

    private readonly ReadOnlySpan<char> _text;
    private bool _quotedToTheEnd;
    private bool _signature;
    private bool _fenced;
    private bool _own;

    public MessageLines(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The kind of the line at <paramref name="start"/>.</summary>
    public LineKind Kind(int start, int length)
    {
        var line = _text.Slice(start, length).Trim();
        if (line.StartsWith("```"))
        {
            _fenced = !_fenced;
            return LineKind.Code;
        }

        if (_fenced || IsTrace(line))
            return LineKind.Code;
        if (_quotedToTheEnd || line.StartsWith(">"))
            return LineKind.Quoted;
        if (_signature)
            return LineKind.Signature;
        if (_own && (StartsOriginal(line) || Attributes(line)))
        {
            _quotedToTheEnd = !line.EndsWith(":") || !_text[(start + length)..].TrimStart().StartsWith(">");
            return LineKind.Quoted;
        }

        if (_own && (line is "--" or "—" || IsClosing(line) && FewLinesAfter(start + length)))
        {
            _signature = true;
            return LineKind.Signature;
        }

        _own |= !line.IsEmpty;
        return LineKind.Own;
    }

    /// <summary>"at Some.Type.Method(", "File "x.py", line 3": a frame of a stack trace.</summary>
    public static bool IsTrace(ReadOnlySpan<char> line) =>
        (line.StartsWith("at ") && line.Contains('(') && line.Contains('.') && !line[3..line.IndexOf('(')].Trim().Contains(' '))
        || (line.StartsWith("File \"") && line.Contains("\", line ", StringComparison.Ordinal));

    private static bool StartsOriginal(ReadOnlySpan<char> line)
    {
        foreach (var original in Originals)
        {
            if (line.StartsWith(original, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>"On Monday, Ann wrote:" and "Op maandag schreef Ann:".</summary>
    private static bool Attributes(ReadOnlySpan<char> line)
    {
        if (line.Length is < 8 or > 200 || line[^1] != ':')
            return false;
        return (line.StartsWith("On ") && line.EndsWith("wrote:", StringComparison.OrdinalIgnoreCase))
            || (line.StartsWith("Op ") && line.Contains("schreef", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsClosing(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(",.!- ");
        if (line.Length > 40)
            return false;
        foreach (var closing in Closings)
        {
            if (line.Equals(closing, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private readonly bool FewLinesAfter(int position)
    {
        var lines = 0;
        foreach (var line in _text[position..].EnumerateLines())
        {
            if (!line.IsWhiteSpace() && ++lines > SignatureLines)
                return line.TrimStart() is ['>', ..] || StartsOriginal(line.TrimStart()) || Attributes(line.Trim());
            if (StartsOriginal(line.TrimStart()) || Attributes(line.Trim()))
                return true;
        }

        return true;
    }
}
