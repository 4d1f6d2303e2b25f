using System.Text.RegularExpressions;
using MathNet.Numerics.Distributions;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>
/// Turns a cause into changes of this project's own instructions: with the entries that come with the console, and those that admins
/// wrote over and beside them.
/// </summary>
public sealed partial class ChangeCatalogue
{
    private readonly Dictionary<string, CatalogueEntry> _shipped;
    private readonly Dictionary<string, CatalogueEntry> _entries;

    // Taken whole, so that a check sees all of the catalogue before an edit, or all of it after.
    private volatile Dictionary<(string Cause, string? Field, long? Project), CatalogueEntry> _edits = [];

    public ChangeCatalogue()
    {
        using var stream = typeof(ChangeCatalogue).Assembly.GetManifestResourceStream("SupportConsole.Domain.Suggestions.Catalogue.catalogue.json")!;
        using var reader = new StreamReader(stream);
        _shipped = JsonColumn.Read<List<CatalogueEntry>>(reader.ReadToEnd()).ToDictionary(entry => entry.Cause);
        _entries = _shipped.Values.Select(entry => Whole(entry, cause => _shipped[cause])).ToDictionary(entry => entry.Cause);
    }

    /// <summary>The entries as they come with the console.</summary>
    public IReadOnlyCollection<CatalogueEntry> Entries => _entries.Values;

    /// <summary>The entry as it comes with the console, with the changes of other causes that it offers.</summary>
    public CatalogueEntry? Find(string cause) => _entries.GetValueOrDefault(cause);

    /// <summary>The same without them.</summary>
    public CatalogueEntry? Shipped(string cause) => _shipped.GetValueOrDefault(cause);

    /// <summary>What admins wrote, from now on.</summary>
    public void Take(IEnumerable<CatalogueEdit> edits) =>
        _edits = edits.Where(edit => edit.Entry is not null).ToDictionary(edit => (edit.Cause, edit.FieldKey, edit.ProjectId), edit => edit.Entry!);

    /// <summary>The entry that holds for a finding: of those that fit the most specific one, with the changes of other causes that it offers.</summary>
    public CatalogueEntry? For(string cause, string? field, long? projectId) =>
        _edits.Count == 0 ? Find(cause) : Own(cause, field, projectId) is { } entry ? Whole(entry, field, projectId) : null;

    /// <summary>The same without them.</summary>
    public CatalogueEntry? Own(string cause, string? field, long? projectId)
    {
        var edits = _edits;
        return edits.GetValueOrDefault((cause, field, projectId))
            ?? edits.GetValueOrDefault((cause, null, projectId))
            ?? edits.GetValueOrDefault((cause, field, null))
            ?? edits.GetValueOrDefault((cause, null, null))
            ?? Shipped(cause);
    }

    /// <summary>An entry with the changes of other causes that it offers, as those hold for the same field and project.</summary>
    public CatalogueEntry Whole(CatalogueEntry entry, string? field, long? projectId) => Whole(entry, cause => Own(cause, field, projectId));

    private static CatalogueEntry Whole(CatalogueEntry entry, Func<string, CatalogueEntry?> find) => entry.Include is null or []
        ? entry : entry with { Changes = [.. entry.Changes, .. entry.Include.SelectMany(cause => find(cause)?.Changes ?? [])] };

    public static Beta Prior(CatalogueEntry entry) => new(entry.Recovered[0], entry.Recovered[1]);

    /// <summary>
    /// The changes for this text, each on what those before it make of it. A change whose words are already there is left out: proposing again what was done
    /// helps nobody. Empty means that the catalogue has nothing (more) to offer.
    /// </summary>
    public static List<SuggestionChange> Changes(
        CatalogueEntry entry, string language, InstructionText text, CaptureField? field, IReadOnlyDictionary<string, string> facts)
    {
        var changes = new List<SuggestionChange>();
        foreach (var change in entry.Changes)
        {
            if (change.Needs is { } need && !facts.ContainsKey(need))
            {
                continue;
            }

            var wanted = Fill(change.Text.In(language), facts);
            var section = SectionFor(change, language, text, field, facts);
            var current = text.Section(section);
            if (current?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true)
            {
                continue;
            }

            var suggested = string.IsNullOrEmpty(current) ? wanted
                : change.Needs is not null && Earlier(change.Text.In(language)) is var earlier && earlier.IsMatch(current) ? earlier.Replace(current, _ => wanted, 1)
                : change.AtStart ? $"{wanted}\n{current}" : $"{current}\n{wanted}";
            text = text.With(section, suggested);
            changes.Add(new SuggestionChange(section, current, suggested, new Bilingual(Fill(change.Reason.En, facts), Fill(change.Reason.Nl, facts))));
        }

        return changes;
    }

    private static string SectionFor(
        CatalogueChange change, string language, InstructionText text, CaptureField? field, IReadOnlyDictionary<string, string> facts)
    {
        var name = Fill(change.Section.In(language), facts);
        string[] names = [name, change.Section.En, change.Section.Nl, .. change.Also ?? []];
        var named = text.Sections.FirstOrDefault(section => names.Contains(section.Name, StringComparer.OrdinalIgnoreCase));
        if (named is not null || !change.AboutField || field is null)
        {
            return named?.Name ?? name;
        }

        var words = MissingCause.WordsOf(field);
        return text.Sections.FirstOrDefault(section => section.Name.Length > 0 && MissingCause.Mentions(section.Name, words))?.Name ?? name;
    }

    /// <summary>A line that the same text made when its facts were others: two of them would contradict each other.</summary>
    private static Regex Earlier(string template) => new(
        $"^{string.Join("[^\n]+", Placeholder().Split(template).Select(Regex.Escape))}$", RegexOptions.Multiline, TimeSpan.FromMilliseconds(200));

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Placeholder();

    private static string Fill(string template, IReadOnlyDictionary<string, string> facts) =>
        facts.Aggregate(template, (text, fact) => text.Replace($"{{{fact.Key}}}", fact.Value, StringComparison.Ordinal));
}
