namespace SupportConsole.Domain.Projects;

/// <summary>
/// Instructions as named sections over the exact text. Changing a section leaves every byte outside it as it was, so
/// that a change can be taken back to the byte. Text before the first "## " heading is the section named "".
/// </summary>
public sealed class InstructionText
{
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

    /// <summary>The section's text, or null when there is no such section (names compare without case).</summary>
    public string? Section(string name) => _parts.Find(part => part.IsNamed(name))?.Text;

    /// <summary>
    /// The text with one section replaced, added at the end when it is not there, or removed when
    /// <paramref name="text"/> is null.
    /// </summary>
    public InstructionText With(string name, string? text)
    {
        var index = _parts.FindIndex(part => part.IsNamed(name));
        List<Part> changed = [.. _parts];
        if (index < 0 && text is not null)
        {
            changed = Append(changed, name, text);
        }
        else if (index >= 0 && text is null)
        {
            changed.RemoveAt(index);
            if (index == changed.Count)
            {
                changed[^1] = changed[^1] with { Body = TrimSeparator(changed[^1].Body) };
            }
        }
        else if (index >= 0)
        {
            changed[index] = changed[index].WithText(text!);
        }

        return new InstructionText(changed);
    }

    public override string ToString() => string.Concat(_parts.Select(part => part.Heading + part.Body));

    private static List<Part> Append(List<Part> parts, string name, string text)
    {
        if (parts[^1] is { Heading: "", Body: "" })
        {
            parts.Add(new Part(name, $"## {name}\n", text + "\n"));
            return parts;
        }

        var last = parts[^1];
        var gap = (last.Heading + last.Body).EndsWith('\n') ? "\n" : "\n\n";
        parts[^1] = last with { Body = last.Body + gap };
        parts.Add(new Part(name, $"## {name}\n", text + "\n"));
        return parts;
    }

    private static string TrimSeparator(string body) => body.EndsWith("\n\n", StringComparison.Ordinal) ? body[..^1] : body;

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

        public Part WithText(string text)
        {
            var lead = Body.Length - Body.TrimStart().Length;
            var tail = Body.TrimEnd().Length;
            var before = Text.Length == 0 ? "" : Body[..lead];
            var after = Text.Length == 0 ? (Body.Length == 0 ? "\n" : Body) : Body[tail..];
            var heading = Heading.Length == 0 || Heading.EndsWith('\n') ? Heading : Heading + "\n";
            return this with { Heading = heading, Body = before + text.Trim() + after };
        }
    }
}
