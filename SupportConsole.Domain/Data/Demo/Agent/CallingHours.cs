using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Data.Demo.Agent;

/// <summary>The hours of the day, in the workspace's zone, in which instructions let calls be placed.</summary>
/// <param name="Spans">From (included) and to (not included), in hours and parts of hours.</param>
public sealed partial record CallingHours(IReadOnlyList<(double From, double To)> Spans)
{
    public bool Allow(TimeOnly time)
    {
        var hour = time.Hour + time.Minute / 60.0;
        return Spans.Any(span => hour >= span.From && hour < span.To);
    }

    /// <summary>What the statements about calling say; later ones replace earlier ones. Null when none names a time.</summary>
    public static CallingHours? Read(IEnumerable<Statement> statements)
    {
        var spans = statements
            .Where(statement => !Wording.OwnHours().IsMatch(statement.Text)
                && (Wording.HoursSection().IsMatch(statement.Section) || Wording.Calling().IsMatch(statement.Text)))
            .Select(statement => SpansOf(statement.Text)).LastOrDefault(found => found.Count > 0);
        return spans is null ? null : new CallingHours(spans);
    }

    private static List<(double From, double To)> SpansOf(string text)
    {
        var spans = Span().Matches(text).Select(match => Ordered(Hour(match, "a"), Hour(match, "b")))
            .Where(span => span.From < span.To && span.To <= 24).ToList();
        if (spans.Count > 0)
        {
            return spans;
        }

        var (from, to) = (0.0, 24.0);
        foreach (Match bound in Bound().Matches(text))
        {
            var hour = Hour(bound, "a");
            var late = bound.Groups["late"].Success != bound.Groups["not"].Success;
            (from, to) = late ? (Math.Max(from, hour), to) : (from, Math.Min(to, hour));
        }

        return (from, to) == (0.0, 24.0) || from >= to ? [] : [(from, to)];
    }

    /// <summary>"From 10 to 3" and "1 to 5 pm" mean the afternoon.</summary>
    private static (double From, double To) Ordered(double from, double to) =>
        from > to && to <= 12 ? (from, to + 12)
        : from < 7 && from + 12 < to ? (from + 12, to)
        : (from, to);

    private static double Hour(Match match, string name)
    {
        var hour = int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        var minutes = match.Groups[name + "m"] is { Success: true } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups[name + "p"].Value.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);
        hour += half == "pm" && hour < 12 ? 12 : 0;
        hour -= half == "am" && hour == 12 ? 12 : 0;
        return hour + minutes / 60.0;
    }

    [GeneratedRegex(
        @"\b(?<a>\d{1,2})(?:[:.h](?<am>\d{2}))?\s*(?<ap>[ap]\.?m\b\.?)?(?:\s*(?:uur|o'clock|h))?\s*(?:-|–|\bto\b|\band\b|\buntil\b|\btill\b|\ben\b|\btot\b|\bt/m\b)\s*(?<b>\d{1,2})(?!\d)(?:[:.h](?<bm>\d{2}))?\s*(?<bp>[ap]\.?m\b\.?)?(?!\s*(?:times|keer|days|dagen|questions|vragen|attempts|pogingen|minutes|minuten|sentences|zinnen))",
        RegexOptions.IgnoreCase,
        200)]
    private static partial Regex Span();

    [GeneratedRegex(
        @"(?<not>\b(?:not|never|niet|nooit)\b[^,.]{0,20}?)?\b(?:(?<late>after|from|since|na|vanaf)|before|until|voor|tot)\s+(?<a>\d{1,2})(?:[:.](?<am>\d{2})|(?=\s*(?:uur|o'clock|[ap]\.?m\b)))\s*(?<ap>[ap]\.?m\b\.?)?",
        RegexOptions.IgnoreCase,
        200)]
    private static partial Regex Bound();
}
