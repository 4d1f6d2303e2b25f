using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>A version with its model.</summary>
/// <param name="Version">Null before the first training.</param>
/// <param name="Model">Null where there is none, or its file could not be read.</param>
public sealed record LoadedModel(long? Version, TextModel? Model, ModelFault Fault)
{
    private readonly int[]? _categories = Model is null ? null : CategoriesOf(Model.Labels);

    public static LoadedModel None { get; } = new(null, null, ModelFault.None);

    /// <summary>Its labels are the console's own categories: it answers in place of the rules. Else it speaks beside them, of intents.</summary>
    public bool IsCategories => _categories is not null;

    /// <summary>Subject and body as the model reads them.</summary>
    public static string Whole(in TriageText text) => text.Subject.Length == 0 ? text.Body : $"{text.Subject}\n{text.Body}";

    internal bool FillCategories(in TriageText text, Span<double> probabilities)
    {
        if (Model is null || _categories is null)
            return false;
        var chances = Model.Probabilities(Whole(text));
        probabilities.Clear();
        for (var i = 0; i < chances.Length; i++)
            probabilities[_categories[i]] += chances[i];
        return true;
    }

    private static int[]? CategoriesOf(IReadOnlyList<string> labels)
    {
        var numbers = labels.Select(label => (int?)TriageNames.CategoryOf(label)).ToList();
        return numbers.Contains(null) ? null : [.. numbers.Select(number => number!.Value)];
    }
}
