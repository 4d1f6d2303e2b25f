using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>How often each label was answered for texts of each: <paramref name="Counts"/> by the true label, then by the answer.</summary>
public sealed record ConfusionMatrix(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<int>> Counts)
{
    /// <summary>More rows and columns than this are a pattern, not something to read.</summary>
    public const int MostLabels = 20;

    /// <summary>Null with too many labels. Texts that belong to no label are left out.</summary>
    public static ConfusionMatrix? Of(IReadOnlyList<string> truths, IReadOnlyList<Classification> answers)
    {
        var pairs = truths.Zip(answers, (truth, answer) => (truth, answer.Label)).Where(pair => pair.truth != LearningOptions.OutOfScope).ToList();
        var labels = pairs.Select(pair => pair.truth).Union(pairs.Select(pair => pair.Label)).Order(StringComparer.Ordinal).ToList();
        if (labels.Count > MostLabels)
            return null;
        var counts = pairs.CountBy(pair => pair).ToDictionary();
        return new ConfusionMatrix(labels, [.. labels.Select(truth => (IReadOnlyList<int>)[.. labels.Select(answer => counts.GetValueOrDefault((truth, answer)))])]);
    }
}
