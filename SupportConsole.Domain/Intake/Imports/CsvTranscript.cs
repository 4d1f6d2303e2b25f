using System.Text.Json;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>A transcript in one value: a JSON array as the API takes it, or lines of "agent: ..." and "customer: ...".</summary>
internal static class CsvTranscript
{
    private static readonly Dictionary<string, Speaker> Speakers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["agent"] = Speaker.Agent,
        ["assistant"] = Speaker.Agent,
        ["ai"] = Speaker.Agent,
        ["bot"] = Speaker.Agent,
        ["customer"] = Speaker.Customer,
        ["klant"] = Speaker.Customer,
        ["caller"] = Speaker.Customer,
        ["user"] = Speaker.Customer,
        ["system"] = Speaker.System,
        ["systeem"] = Speaker.System,
    };

    public static IReadOnlyList<CallEnded.Line>? Read(string? text, FieldErrors errors) =>
        text is null ? null : text.StartsWith('[') ? Json(text, errors) : Lines(text, errors);

    private static IReadOnlyList<CallEnded.Line>? Json(string text, FieldErrors errors)
    {
        try
        {
            return CallBody.Transcript(JsonElement.Parse($$"""{"transcript":{{text}}}"""), errors);
        }
        catch (JsonException)
        {
            errors.Add("transcript", "This begins as a JSON array and is none.");
            return null;
        }
    }

    /// <summary>A line without a speaker goes on where the one before it stopped.</summary>
    private static List<CallEnded.Line> Lines(string text, FieldErrors errors)
    {
        var lines = new List<CallEnded.Line>();
        foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
        {
            var line = text.AsSpan(range).Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon > 0 && Speakers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line[..colon].TrimEnd(), out var speaker))
            {
                lines.Add(new CallEnded.Line(speaker, line[(colon + 1)..].Trim().ToString(), null));
            }
            else if (lines.Count > 0)
            {
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text}\n{line}" };
            }
            else
            {
                errors.Add("transcript", "Begin each line with agent:, customer: or system:.");
                break;
            }
        }

        return lines;
    }
}
