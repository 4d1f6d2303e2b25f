using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Projects;

/// <summary>Why a completed call lacks a field, read from its transcript.</summary>
public static partial class MissingCause
{
    public const string NotAsked = "not_asked";
    public const string NotConfirmed = "not_confirmed";
    public const string NotAnswered = "not_answered";
    public const string Unknown = "unknown";

    /// <summary>Words of labels such as "the price you have in mind" that say nothing about which field is meant.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "you", "your", "their", "have", "has", "with", "that", "this", "what", "which", "when", "are", "mind", "customer",
        "het", "een", "van", "voor", "uw", "jouw", "zijn", "haar", "hun", "met", "dat", "die", "dit", "wat", "welke", "wanneer", "klant", "heeft",
    };

    /// <summary>By field as it was read: asked for again at every call of a crowd.</summary>
    private static readonly ConditionalWeakTable<CaptureField, string[]> Words = [];

    /// <summary>
    /// Not asked: no agent line asks for the field. Not confirmed: an answer to such a line holds something that could be
    /// the value, and it was still not captured. Not answered: asked, and no such answer came. Unknown: there is no transcript.
    /// </summary>
    public static string Of(Call call, CaptureField field) => Read(call, field).Cause;

    /// <summary>The same, and which line of the transcript holds the answer that was not captured.</summary>
    public static (string Cause, int? Line) Read(Call call, CaptureField field)
    {
        if (call.Transcript.Count == 0)
        {
            return (Unknown, null);
        }

        var words = WordsOf(field);
        var marked = call.Transcript.Any(line => line.Role == Speaker.Agent && line.Text.Contains('?', StringComparison.Ordinal));
        var asked = false;
        for (var i = 0; i < call.Transcript.Count; i++)
        {
            if (call.Transcript[i].Role != Speaker.Agent || !SpokenAnswer.AsksFor(call.Transcript[i].Text, words, marked))
            {
                continue;
            }

            asked = true;
            var answer = call.Transcript.FindIndex(i + 1, line => line.Role == Speaker.Customer);
            if (answer >= 0 && SpokenAnswer.HoldsValue(call.Transcript[answer].Text))
            {
                return (NotConfirmed, answer);
            }
        }

        return (asked ? NotAnswered : NotAsked, null);
    }

    /// <summary>The words that show that a field is spoken of: those of its label and key, but short and common ones.</summary>
    public static string[] WordsOf(CaptureField field) => Words.GetValue(field, Find);

    /// <summary>Whether the text holds one of the words, as a whole word.</summary>
    public static bool Mentions(string text, string[] words)
    {
        var lower = text.ToLowerInvariant().AsSpan();
        foreach (var match in Word().EnumerateMatches(lower))
        {
            foreach (var word in words)
            {
                if (lower.Slice(match.Index, match.Length).SequenceEqual(word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string[] Find(CaptureField field) =>
        [.. Word().Matches($"{field.Label} {field.Key.Replace('_', ' ')}".ToLowerInvariant())
            .Select(match => match.Value).Where(word => word.Length > 2 && !Common.Contains(word)).Distinct()];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Word();
}
