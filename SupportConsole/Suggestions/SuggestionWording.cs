using System.Globalization;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Suggestions;

/// <summary>
/// Words cards in the reader's language: a card stores causes and numbers, never sentences. The page, the palette,
/// notifications and the API all take their words from here.
/// </summary>
public sealed class SuggestionWording(IStringLocalizer<SuggestionWords> words)
{
    /// <summary>What is wrong, in a line: "Price: given but not confirmed back".</summary>
    public string Title(string cause, string? field, string? fieldLabel)
    {
        var title = words[$"Title.{cause}", Label(field, fieldLabel)];
        var text = title.ResourceNotFound ? words["Title.unknown"] : title.Value;
        return text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
    }

    public string Title(SuggestionRow row) => Title(row.Cause, row.Field, row.FieldLabel);

    public string Title(Suggestion card) => Title(card.Cause, card.Field, card.FieldLabel);

    /// <summary>What people call the field: its label, else its key.</summary>
    public string Label(string? field, string? fieldLabel) =>
        !string.IsNullOrWhiteSpace(fieldLabel) ? fieldLabel.Trim()
        : !string.IsNullOrWhiteSpace(field) ? field.Replace('_', ' ')
        : words["FieldUnknown"];

    public string Label(Suggestion card) => Label(card.Field, card.FieldLabel);

    public string Kind(SuggestionKind kind) => words[$"Kind.{kind}"];

    /// <summary>The detector's name, or what it calls itself when nobody worded it yet.</summary>
    public string Detector(string detector) => Known($"Detector.{detector}") ?? detector.Replace('_', ' ');

    /// <summary>A cause among causes: "given, not confirmed back". Takes "missing.not_confirmed".</summary>
    public string Cause(string cause) => Known($"Cause.{cause}") ?? cause.Replace('_', ' ');

    /// <summary>The same of one of the causes that a card counts, which stand without the family of its own; "at_field:price" says which field.</summary>
    public string Cause(Suggestion card, string cause)
    {
        var (family, parts) = (card.Cause[..card.Cause.IndexOf('.', StringComparison.Ordinal)], cause.Split(':', 2));
        var name = Cause($"{family}.{parts[0]}");
        return parts.Length == 1 ? name : $"{name}: {Label(parts[1], parts[1] == card.Field ? card.FieldLabel : null)}";
    }

    /// <summary>The same of a cause as counts name it, without its family.</summary>
    public string Cause(Metric metric, string cause) => Cause($"{(metric == Metric.SuccessRate ? "success" : "missing")}.{cause}");

    /// <summary>"In 96 of 160 completed calls "price" is empty. In 71 of them the customer answered and ..."</summary>
    public string Summary(Suggestion card)
    {
        var evidence = card.Evidence;
        var counted = evidence.Total == 0 ? "" : words[$"Counted.{card.Metric}", evidence.Total - evidence.Hits, evidence.Total, Label(card)].Value;
        if (Known($"Lost.{card.Cause}", evidence.Lost, Label(card)) is not { } lost)
            return counted;
        // Where another cause lost as many, naming one alone would say that it leads.
        var own = card.Cause[(card.Cause.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var equal = card.Kind == SuggestionKind.BestPractice ? []
            : evidence.Causes.Where(cause => cause.Count == evidence.Lost && cause.Cause.Split(':')[0] != own).Select(cause => Cause(card, cause.Cause)).ToList();
        var also = equal.Count == 0 ? "" : words["LostAsMany", evidence.Lost, string.Join(", ", equal)].Value;
        return $"{counted} {lost} {also}".Trim();
    }

    /// <summary>When such a card comes, and how sure it is that this one had to: <paramref name="certainty"/> in percent.</summary>
    public string Fires(Suggestion card)
    {
        var (threshold, chance) = (card.Evidence.Threshold * 100, Chance(card.Evidence.Certainty));
        return Known($"Fires.{card.Cause}", threshold, chance) ?? Known($"Fires.{card.Detector}", threshold, chance) ?? words["FiresUnder", threshold, chance];
    }

    /// <summary>What the rate is a rate of: "calls completed", "price captured".</summary>
    public string Rate(Suggestion card) => words[$"Rate.{card.Metric}", Label(card)];

    /// <summary>What stands behind the figure: "points price".</summary>
    public string Points(Metric metric, string? field, string? fieldLabel, bool brief) => metric == Metric.SuccessRate
        ? words[brief ? "PointsShort" : "Points"]
        : words[brief ? "PointsShortOf" : "PointsOf", Label(field, fieldLabel)];

    /// <summary>Whether what it promises is only what is usual: there was no call of its project to reckon with.</summary>
    public static bool IsUsualOnly(SuggestionKind kind, PredictedImpact predicted) => kind == SuggestionKind.BestPractice && predicted.MinutesPer100Calls == 0;

    /// <summary>"saves 20 min per 100 calls · 3.5 h a month at 1,050 calls"</summary>
    public string Worth(PredictedImpact predicted)
    {
        if (predicted.MinutesPer100Calls == 0)
            return words["TooEarly"];
        var worth = words["Minutes100", words["MinutesLong", predicted.MinutesPer100Calls]];
        return predicted.CallsPerMonth == 0
            ? $"{worth} · {words["NoPace"]}"
            : $"{worth} · {words["PerMonthAt", Time(predicted.MinutesPerMonth), predicted.CallsPerMonth]}";
    }

    /// <summary>"3.5 h", or minutes under an hour and a half.</summary>
    public string Time(double minutes) => minutes < 90 ? words["MinutesLong", minutes] : words["HoursLong", minutes / 60];

    /// <summary>"87 %", and never wholly certain: "over 99.9 %", "under 0.1 %".</summary>
    public string Chance(double probability) => probability switch
    {
        > 0.999 => words["ChanceOver", 99.9],
        < 0.001 => words["ChanceUnder", 0.1],
        >= 0.99 or < 0.01 => words["ChanceFine", probability * 100],
        _ => words["Share", probability * 100],
    };

    /// <summary>"Ranked 27 % lower: of 3 cards like this, 2 rejected as no problem, 1 held." Null while that changes nothing worth saying.</summary>
    public string? Standing(Standing standing)
    {
        var percent = Math.Round(Math.Abs(standing.Factor - 1) * 100);
        if (percent < 1)
            return null;
        (string Name, int Count)[] counts =
        [
            (nameof(standing.NotAProblem), standing.NotAProblem), (nameof(standing.WrongCause), standing.WrongCause),
            (nameof(standing.WrongWording), standing.WrongWording), (nameof(standing.NotHeld), standing.NotHeld), (nameof(standing.Held), standing.Held),
        ];
        var way = standing.Factor < 1 ? "StandingLower" : "StandingHigher";
        var shown = counts.Where(count => count.Count > 0).ToList();
        return standing.Known == 1
            ? words[$"{way}One", percent, words[$"StandingOne.{shown[0].Name}"].Value]
            : words[way, percent, standing.Known, string.Join(", ", shown.Select(count => words[$"Standing.{count.Name}", count.Count].Value))];
    }

    public string Days(double days) => days switch
    {
        < 0.75 => words["DaysUnder1"],
        < 1.5 => words["DaysOne"],
        _ => words["DaysMany", days],
    };

    public string Reason(RejectReason? reason) => reason is null ? "" : words[$"Reason.{reason}"];

    public string Verdict(Verdict verdict) => words[$"Verdict.{verdict}"];

    public string Watched(WatchedMetric metric) => words[$"Watched.{metric}"];

    public string View(SuggestionView view) => words[$"View.{view}"];

    /// <summary>"open", "snoozed", "applied", ...: a card's status as a person would say it.</summary>
    public string Status(SuggestionStatus status, bool snoozed = false) =>
        words[status == SuggestionStatus.Pending && snoozed ? "Status.Snoozed" : $"Status.{status}"];

    /// <summary>The causes whose title holds the word, for a search in the reader's own language.</summary>
    public IReadOnlyList<string> CausesNaming(string word, IEnumerable<string> causes) =>
        [.. causes.Where(cause => CultureInfo.CurrentCulture.CompareInfo.IndexOf(
            words[$"Title.{cause}", ""].Value, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)];

    private string? Known(string key, params object[] values)
    {
        var found = words[key, values];
        return found.ResourceNotFound ? null : found.Value;
    }
}
