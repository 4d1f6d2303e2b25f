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

    private static readonly string[] Closings =
    [
        "kind regards", "best regards", "warm regards", "regards", "kr", "best", "best wishes", "cheers", "sincerely", "yours sincerely", "yours faithfully", "yours truly", "many thanks", "thanks and regards",
        "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "hoogachtend", "groet", "groeten", "groetjes", "mvg", "m.v.g.",
    ];

    private readonly ReadOnlySpan<char> _text;
    private int _quotedUntil;
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
        if (_quotedToTheEnd || start < _quotedUntil || line.StartsWith(">"))
            return LineKind.Quoted;
        if (_signature || DeviceLine.Is(line))
            return LineKind.Signature;
        if (QuoteHead.End(_text[start..]) is var end and > 0)
        {
            // Above everything else it heads the message itself.
            if (!_own)
                return LineKind.Own;
            _quotedUntil = start + end;
            _quotedToTheEnd = _text[_quotedUntil - 1] != ':' || !_text[_quotedUntil..].TrimStart().StartsWith(">");
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
        for (var start = position; start < _text.Length;)
        {
            var rest = _text[start..];
            var length = rest.IndexOf('\n') is var end and >= 0 ? end : rest.Length;
            var line = rest[..length].Trim();
            if (QuoteHead.End(rest) > 0)
                return true;
            if (!line.IsEmpty && ++lines > SignatureLines)
                return line[0] == '>';
            start += length + 1;
        }

        return true;
    }
}
