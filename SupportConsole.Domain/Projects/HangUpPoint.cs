using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Projects;

/// <summary>Where in a call the customer hung up, read from its transcript.</summary>
public static partial class HangUpPoint
{
    public const string Opening = "opening";
    public const string Question = "question";
    public const string Talk = "talk";

    private const string FieldPrefix = "field:";

    public static string AtField(string key) => FieldPrefix + key;

    /// <summary>Whether the talk had begun: a talk that is too long is left at any of these.</summary>
    public static bool IsLate(string point) => point != Opening;

    /// <summary>The key of the field that was asked for, or null.</summary>
    public static string? FieldOf(string point) => point.StartsWith(FieldPrefix, StringComparison.Ordinal) ? point[FieldPrefix.Length..] : null;

    /// <summary>
    /// Opening: the agent had one turn. A field: its last turn asks for that field. Question: that asks something else. Talk: it asks
    /// nothing. Null when the customer did not hang up, when nobody knows what was said, and when they left because of how they were
    /// spoken to: such a call is lost to that.
    /// </summary>
    public static string? Of(Call call, IReadOnlyList<CaptureField> fields)
    {
        if (call.Status != CallStatus.Failed || FailureCause.Of(call) is not (FailureCause.EarlyHangUp or FailureCause.LateHangUp) || ToneReaction.Of(call) is not null)
        {
            return null;
        }

        var turns = Turns(call.Transcript);
        if (turns.Count == 0)
        {
            return null;
        }

        if (turns.Count == 1)
        {
            return Opening;
        }

        var (last, marked) = (turns[^1], turns.Exists(turn => turn.Contains('?', StringComparison.Ordinal)));
        var asked = fields.Where(field => SpokenAnswer.AsksFor(last, MissingCause.WordsOf(field), marked))
            .MaxBy(field => MissingCause.WordsOf(field).Max(word => last.LastIndexOf(word, StringComparison.OrdinalIgnoreCase)));
        return asked is not null ? AtField(asked.Key) : last.Contains('?', StringComparison.Ordinal) ? Question : Talk;
    }

    /// <summary>What the agent said without the customer coming between; a goodbye to one who is leaving is no turn.</summary>
    private static List<string> Turns(IEnumerable<TranscriptLine> transcript)
    {
        var (turns, speaking) = (new List<string>(), false);
        foreach (var line in transcript.Where(line => line.Role != Speaker.System))
        {
            if (line.Role == Speaker.Agent && (line.Text.Contains('?', StringComparison.Ordinal) || !Goodbye().IsMatch(line.Text)))
            {
                turns.Add(speaking ? $"{turns[^1]} {line.Text}" : line.Text);
                if (speaking)
                {
                    turns.RemoveAt(turns.Count - 2);
                }

                speaking = true;
            }

            speaking &= line.Role == Speaker.Agent;
        }

        return turns;
    }

    [GeneratedRegex(
        @"\b(good-?bye|bye|have a (nice|good|lovely|great) (day|evening|afternoon)|tot ziens|tot horens|(fijne|prettige) (dag|avond|middag)|goeden?dag)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Goodbye();
}
