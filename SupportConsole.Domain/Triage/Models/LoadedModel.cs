using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>A version with its model.</summary>
/// <param name="Kind">What its labels say of a text.</param>
/// <param name="Version">Null before the first training.</param>
/// <param name="Model">Null where there is none, or its file could not be read.</param>
public sealed record LoadedModel(LabelKind Kind, long? Version, TextModel? Model, ModelFault Fault)
{
    /// <summary>The number of each label among the categories, the sentiments or the urgencies; null where one is another word.</summary>
    private readonly int[]? _values = Model is null ? null : ValuesOf(Kind, Model.Labels);

    private readonly int[]? _learned = Model is null ? null : ValuesOf(Kind, Model.Labels)?.Distinct().ToArray();

    /// <summary>Its labels are what the rules answer with: it answers in their place. Else it speaks beside them, of intents.</summary>
    public bool IsInPlaceOfRules => _values is not null;

    /// <summary>
    /// Puts what was learned in place of what the rules say. A category that no text was labelled with keeps what the rules give it, and so does what is
    /// likely to be none of the labels. Sentiment and urgency are the model's, or else the rules' as a whole.
    /// </summary>
    /// <param name="sureFrom">A sentiment or an urgency less sure than this is left to the rules.</param>
    /// <returns>False where the rules' stays.</returns>
    internal bool Fill(in TriageText text, Span<double> probabilities, double sureFrom)
    {
        if (Model is null || _values is null || _learned is null)
            return false;
        var (chances, confidence, known, isReadable) = Model.Weigh(ModelText.Of(text).Text);
        if (!isReadable || (Kind != LabelKind.Topic && confidence < sureFrom))
            return false;
        Span<double> learned = stackalloc double[probabilities.Length];
        for (var i = 0; i < chances.Length; i++)
            learned[_values[i]] += chances[i];
        if (Kind != LabelKind.Topic)
        {
            learned.CopyTo(probabilities);
            return true;
        }

        var share = 0.0;
        foreach (var category in _learned)
            share += probabilities[category];
        foreach (var category in _learned)
            probabilities[category] = ((1 - known) * probabilities[category]) + (known * share * learned[category]);
        return true;
    }

    private static int[]? ValuesOf(LabelKind kind, IReadOnlyList<string> labels)
    {
        var numbers = labels.Select(label => kind switch
        {
            LabelKind.Sentiment => (int?)TriageNames.SentimentOf(label),
            LabelKind.Urgency => (int?)TriageNames.UrgencyOf(label),
            _ => (int?)TriageNames.CategoryOf(label),
        }).ToList();
        return numbers.Contains(null) ? null : [.. numbers.Select(number => number!.Value)];
    }
}

/// <summary>What answers now, of each kind.</summary>
public sealed record LoadedModels(LoadedModel Topic, LoadedModel Sentiment, LoadedModel Urgency)
{
    public static LoadedModels None { get; } = Of(kind => new LoadedModel(kind, null, null, ModelFault.None));

    public IEnumerable<LoadedModel> All => [Topic, Sentiment, Urgency];

    public LoadedModel this[LabelKind kind] => kind switch
    {
        LabelKind.Sentiment => Sentiment,
        LabelKind.Urgency => Urgency,
        _ => Topic,
    };

    internal static LoadedModels Of(Func<LabelKind, LoadedModel> load) => new(load(LabelKind.Topic), load(LabelKind.Sentiment), load(LabelKind.Urgency));
}
