using System.Globalization;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Triage;

/// <summary>What triage finds, in words.</summary>
public sealed class TriageWording(IStringLocalizer<TriageWords> words)
{
    public static Tone Tone(SentimentLabel label) => label switch
    {
        SentimentLabel.Negative => Controls.Tone.Bad,
        SentimentLabel.Positive => Controls.Tone.Good,
        _ => Controls.Tone.Neutral,
    };

    public static (Tone Tone, string Shape) Look(TriageUrgency urgency) => urgency switch
    {
        TriageUrgency.Critical => (Controls.Tone.Bad, "⬛"),
        TriageUrgency.High => (Controls.Tone.Bad, "▲"),
        TriageUrgency.Medium => (Controls.Tone.Warning, "◆"),
        _ => (Controls.Tone.Neutral, "●"),
    };

    public static (Tone Tone, string Shape) Look(Decision decision) => decision switch
    {
        Decision.Auto => (Controls.Tone.Good, "✓"),
        Decision.Suggest => (Controls.Tone.Accent, "◔"),
        _ => (Controls.Tone.Warning, "▲"),
    };

    /// <summary>"91.2 %"; a dash where there is nothing to be a share of.</summary>
    public static string Share(double? share) => share?.ToString("P1", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>"1 text", "1,200 texts".</summary>
    public string Counted(string what, long count) => words[$"{(count == 1 ? "One" : "Many")}.{what}", count.ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>What labels of a kind say of a text.</summary>
    public string Of(LabelKind kind) => words[$"Kind.{kind}"];

    public string Of(SentimentLabel label) => words[$"Sentiment.{label}"];

    public string Of(TriageUrgency urgency) => words[$"Urgency.{urgency}"];

    public string Of(TriageEmotion emotion) => words[$"Emotion.{emotion}"];

    public string Of(TextLanguage language) => words[$"Language.{language}"];

    public string Of(Decision decision) => words[$"Decision.{decision}"];

    public string Of(WhyKind kind) => words[$"Why.{kind}"];

    public string Of(TriageSubcategory subcategory) => words[$"Subcategory.{subcategory}"];

    /// <summary>A label in the reader's words where it is a category, a sentiment or an urgency; any other as people wrote it.</summary>
    public string Label(LabelKind kind, string label) => kind switch
    {
        LabelKind.Sentiment when TriageNames.SentimentOf(label) is { } sentiment => Of(sentiment),
        LabelKind.Urgency when TriageNames.UrgencyOf(label) is { } urgency => Of(urgency),
        LabelKind.Topic when label == LearningOptions.OutOfScope => words["NoLabel"],
        LabelKind.Topic when TriageNames.CategoryOf(label) is { } category => Of(category),
        _ => label,
    };

    public string Of(TriageCategory category) => words[$"Category.{category}"];

    /// <summary>Why it is as urgent as it is, in a sentence.</summary>
    public string Reason(UrgencyReason reason) => words[$"Reason.{reason}"];

    public IEnumerable<string> Flags(TriageFlag flags) =>
        Enum.GetValues<TriageFlag>().Where(flag => flag != TriageFlag.None && flags.HasFlag(flag)).Select(flag => words[$"Flag.{flag}"].Value);
}
