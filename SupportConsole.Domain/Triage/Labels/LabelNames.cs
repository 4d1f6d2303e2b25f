using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>
/// One spelling for each label: the categories and <see cref="LearningOptions.OutOfScope"/> in their own, any other as it was first written, since
/// "Billing" of a file and "billing" of a correction are one label. A sentiment or an urgency has the names of its set, whatever the language.
/// </summary>
/// <param name="known">Spellings of topics that are in use.</param>
internal sealed class LabelNames(IEnumerable<string> known)
{
    private readonly HashSet<string> _spellings = new(known, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The kind has no such label.</exception>
    public string Of(LabelKind kind, string label) => kind == LabelKind.Topic
        ? Topic(label)
        : LabelKinds.Known(kind, label) ?? throw new ArgumentException($"\"{label}\" is none of {string.Join(", ", LabelKinds.Fixed(kind))}.", nameof(label));

    private string Topic(string label)
    {
        var name = string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Equals(LearningOptions.OutOfScope, StringComparison.OrdinalIgnoreCase))
            return LearningOptions.OutOfScope;
        if (TriageNames.CategoryOf(name) is { } category)
            return TriageNames.Of(category);
        if (_spellings.TryGetValue(name, out var spelling))
            return spelling;
        _spellings.Add(name);
        return name;
    }
}
