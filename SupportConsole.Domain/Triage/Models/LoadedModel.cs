using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>A version with its model.</summary>
/// <param name="Version">Null before the first training.</param>
/// <param name="Model">Null where there is none, or its file could not be read.</param>
public sealed record LoadedModel(long? Version, TextModel? Model, ModelFault Fault)
{
    /// <summary>The category of each label; null where one is another word.</summary>
    private readonly int[]? _categories = Model is null ? null : CategoriesOf(Model.Labels);

    private readonly int[]? _learned = Model is null ? null : CategoriesOf(Model.Labels)?.Distinct().ToArray();

    public static LoadedModel None { get; } = new(null, null, ModelFault.None);

    /// <summary>Its labels are the console's own categories: it answers in place of the rules. Else it speaks beside them, of intents.</summary>
    public bool IsCategories => _categories is not null;

    /// <summary>
    /// Puts what was learned in place of what the rules say. A category that no text was labelled with keeps what the rules give it, and so does what is
    /// likely to be none of the labels.
    /// </summary>
    internal void FillCategories(in TriageText text, Span<double> probabilities)
    {
        if (Model is null || _categories is null || _learned is null)
            return;
        var (chances, known, isReadable) = Model.Weigh(ModelText.Of(text).Text);
        if (!isReadable)
            return;
        Span<double> learned = stackalloc double[probabilities.Length];
        for (var i = 0; i < chances.Length; i++)
            learned[_categories[i]] += chances[i];
        var share = 0.0;
        foreach (var category in _learned)
            share += probabilities[category];
        foreach (var category in _learned)
            probabilities[category] = ((1 - known) * probabilities[category]) + (known * share * learned[category]);
    }

    private static int[]? CategoriesOf(IReadOnlyList<string> labels)
    {
        var numbers = labels.Select(label => (int?)TriageNames.CategoryOf(label)).ToList();
        return numbers.Contains(null) ? null : [.. numbers.Select(number => number!.Value)];
    }
}
