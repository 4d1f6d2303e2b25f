namespace SupportConsole.Domain.Projects;

/// <summary>
/// Instructions as named sections over the exact text. Changing a section leaves every byte outside it as it was, so
/// that a change can be taken back to the byte. Text before the first "## " heading is the section named "".
/// </summary>
public sealed class InstructionText
{
    private static readonly string[] Gaps = ["", "\n", "\r\n", "\n\n", "\r\n\r\n"];

    private readonly List<Part> _parts;

    private InstructionText(List<Part> parts) => _parts = parts;

    /// <summary>The sections in order: name and text without surrounding white space. The unnamed start is left out when empty.</summary>
    public IReadOnlyList<InstructionSection> Sections =>
        [.. _parts.Where(part => part.Name.Length > 0 || part.Text.Length > 0).Select(part => new InstructionSection(part.Name, part.Text))];

    public static InstructionText Parse(string text)
    {
        var parts = new List<Part> { new("", "", "") };
        foreach (var line in Lines(text))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && line[3..].Trim() is { Length: > 0 } name)
            {
                parts.Add(new Part(name, line, ""));
            }
            else
            {
                parts[^1] = parts[^1] with { Body = parts[^1].Body + line };
            }
        }

        return new InstructionText(parts);
    }

    /// <summary>The line break this text uses: that of its first line.</summary>
    private string NewLine => ToString() is var text && text.IndexOf('\n') is > 0 and var at && text[at - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>
    /// The section's text, or null when there is no such section (names compare without case). The unnamed start is one
    /// when something stands in it.
    /// </summary>
    public string? Section(string name) => _parts.Find(part => part.IsNamed(name)) is { } part && (part.Heading + part.Text).Length > 0 ? part.Text : null;

    /// <summary>
    /// The text with one section replaced, added at the end when it is not there, or taken out when <paramref name="text"/>
    /// is null. What a new text (one that says something and starts no section of its own) changed, the section's former
    /// text or null takes back to the byte.
    /// </summary>
    public InstructionText With(string name, string? text)
    {
        var index = _parts.FindIndex(part => part.IsNamed(name));
        if (index < 0)
        {
            return text is null ? this : Parse(ToString() + Addition(name, text));
        }

        var (before, part, after) = (Join(_parts[..index]), _parts[index], Join(_parts[(index + 1)..]));
        var changed = text is null && index > 0 ? TakenOut(before, part, after)
            : string.IsNullOrWhiteSpace(text) ? Emptied(before, part, after)
            : before + part.Filled(text.Trim(), NewLine) + after;
        return Parse(changed);
    }

    public override string ToString() => Join(_parts);

    private static string Join(IEnumerable<Part> parts) => string.Concat(parts.Select(part => part.Heading + part.Body));

    /// <summary>
    /// A new section with the gap before it. Whether the text ends in a line break is kept: that tells how much of the gap
    /// was there before, when the section is taken out again.
    /// </summary>
    private string Addition(string name, string text)
    {
        var before = ToString();
        var line = NewLine;
        var (gap, end) = before.Length == 0 ? ("", line) : before.EndsWith('\n') ? (line, line) : (line + line, "");
        return $"{gap}## {name.Trim()}{line}{text.Trim()}{end}";
    }

    /// <summary>The text without a section; one that stands last takes the gap along that adding it made.</summary>
    private string TakenOut(string before, Part part, string after) =>
        after.Length > 0 ? before + after
        : Origin(before, part)
            ?? (before.EndsWith(NewLine + NewLine, StringComparison.Ordinal) ? before[..^NewLine.Length] : before);

    private string Emptied(string before, Part part, string after) =>
        part.Text.Length == 0 ? ToString()
        : part.Bare.Length > 0 ? before + part.Heading + part.Bare[(part.Bare.StartsWith("\r\n", StringComparison.Ordinal) ? 2 : part.Bare[0] == '\n' ? 1 : 0)..] + after
        : Origin(before + part.Heading, part) ?? before + part.Heading;

    /// <summary>The text that became this one when the part's text was put in: it is <paramref name="start"/> but for some line breaks.</summary>
    private string? Origin(string start, Part part) =>
        Gaps.Where(gap => start.EndsWith(gap, StringComparison.Ordinal)).Select(gap => start[..^gap.Length])
            .FirstOrDefault(origin => Parse(origin).With(part.Name, part.Text).ToString() == ToString());

    private static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }

    private sealed record Part(string Name, string Heading, string Body)
    {
        public string Text => Body.Trim();

        public bool IsNamed(string name) => string.Equals(Name, name.Trim(), StringComparison.OrdinalIgnoreCase);

        /// <summary>The white space around the text.</summary>
        public string Bare => Body[..^Body.TrimStart().Length] + Body[Body.TrimEnd().Length..];

        /// <summary>Heading and body with another text in the same white space; an empty section gets it on a line of its own.</summary>
        public string Filled(string text, string line) =>
            Text.Length > 0 ? Heading + Body[..^Body.TrimStart().Length] + text + Body[Body.TrimEnd().Length..]
            : Heading.Length > 0 && !Heading.EndsWith('\n') ? Heading + line + text
            : Heading + text + line + Body;
    }
}
