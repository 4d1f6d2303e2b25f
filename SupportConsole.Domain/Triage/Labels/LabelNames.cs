using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>
/// One spelling for each label: the categories and <see cref="LearningOptions.OutOfScope"/> in their own, any other as it was first written, since
/// "Billing" of a file and "billing" of a correction are one label.
/// </summary>
/// <param name="known">Spellings that are in use.</param>
internal sealed class LabelNames(IEnumerable<string> known)
{
    private readonly HashSet<string> _spellings = new(known, StringComparer.OrdinalIgnoreCase);

    public string Of(string label)
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
