using MathNet.Numerics.Distributions;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>Turns a cause into changes of this project's own instructions.</summary>
public sealed class ChangeCatalogue
{
    private readonly Dictionary<string, CatalogueEntry> _entries;

    public ChangeCatalogue()
    {
        using var stream = typeof(ChangeCatalogue).Assembly.GetManifestResourceStream("SupportConsole.Domain.Suggestions.Catalogue.catalogue.json")!;
        using var reader = new StreamReader(stream);
        var read = JsonColumn.Read<List<CatalogueEntry>>(reader.ReadToEnd()).ToDictionary(entry => entry.Cause);
        _entries = read.Values
            .Select(entry => entry with { Changes = [.. entry.Changes, .. (entry.Include ?? []).SelectMany(cause => read[cause].Changes)] })
            .ToDictionary(entry => entry.Cause);
    }

    public IReadOnlyCollection<CatalogueEntry> Entries => _entries.Values;

    public CatalogueEntry? Find(string cause) => _entries.GetValueOrDefault(cause);

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

            var suggested = string.IsNullOrEmpty(current) ? wanted : change.AtStart ? $"{wanted}\n{current}" : $"{current}\n{wanted}";
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

    private static string Fill(string template, IReadOnlyDictionary<string, string> facts) =>
        facts.Aggregate(template, (text, fact) => text.Replace($"{{{fact.Key}}}", fact.Value, StringComparison.Ordinal));
}
