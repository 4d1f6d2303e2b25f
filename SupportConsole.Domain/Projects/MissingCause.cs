using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Projects;

/// <summary>Why a completed call lacks a field, read from its transcript.</summary>
public static partial class MissingCause
{
    public const string NotAsked = "not_asked";
    public const string NotConfirmed = "not_confirmed";
    public const string NotAnswered = "not_answered";
    public const string Unknown = "unknown";

    /// <summary>
    /// Not asked: no agent line speaks of the field. Not confirmed: the customer's answer holds something that could be
    /// the value (a figure, or more than two words) and it was still not captured. Not answered: asked, and no such
    /// answer came. Unknown: there is no transcript.
    /// </summary>
    public static string Of(Call call, CaptureField field)
    {
        if (call.Transcript.Count == 0)
        {
            return Unknown;
        }

        var words = WordsOf(field);
        var asked = call.Transcript.FindIndex(line => line.Role == Speaker.Agent && Mentions(line.Text, words));
        if (asked < 0)
        {
            return NotAsked;
        }

        var answer = call.Transcript.Skip(asked + 1).FirstOrDefault(line => line.Role == Speaker.Customer);
        return answer is not null && HoldsValue(answer.Text) ? NotConfirmed : NotAnswered;
    }

    /// <summary>The words that show that a field is spoken of: those of its label and key, but short ones.</summary>
    public static string[] WordsOf(CaptureField field) =>
        [.. Word().Matches($"{field.Label} {field.Key.Replace('_', ' ')}".ToLowerInvariant())
            .Select(match => match.Value).Where(word => word.Length > 2).Distinct()];

    /// <summary>Whether the text holds one of the words, as a whole word.</summary>
    public static bool Mentions(string text, string[] words) =>
        Word().Matches(text.ToLowerInvariant()).Any(match => words.Contains(match.Value));

    private static bool HoldsValue(string text) =>
        text.Any(char.IsDigit) || Word().Count(text) > 2;

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Word();
}
