using System.Globalization;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Suggestions;

namespace SupportConsole.Settings.Catalogue;

/// <summary>Entries of the catalogue as people read and type them: causes by the titles of their cards, a prior as a percentage and a number of calls.</summary>
public sealed class CatalogueWording(IStringLocalizer<CatalogueWords> words, SuggestionWording cards)
{
    private static bool ReadsDutch => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl";

    /// <summary>"Price: given but not confirmed · project Car Finance Checker".</summary>
    public string Name(CatalogueKey key, string? project = null) =>
        key.Project is null ? Cause(key) : $"{Cause(key)} · {words["OfProject", project ?? key.Project]}";

    public string Name(CatalogueRow row) => Name(row.Key, row.Project?.Name);

    /// <summary>The cause by the title of its cards.</summary>
    public string Cause(CatalogueKey key) => cards.Title(key.Cause, key.Field, null);

    /// <summary>What it writes first, in the reader's language; the causes that it borrows from when it has nothing of its own.</summary>
    public string Short(CatalogueEntry entry) => entry.Changes is [var change, ..]
        ? InWords(entry.Cause, change, ReadsDutch ? "nl" : "en") : words["ChangesOf", string.Join(", ", (entry.Include ?? []).Select(cards.Cause))];

    /// <summary>A text with "[the field]" where a card says what the field is called.</summary>
    private string InWords(string cause, CatalogueChange change, string language) => CatalogueCauses.Placeholders(cause, language).Aggregate(
        change.Text.In(language), (said, name) => said.Replace($"{{{name}}}", $"[{words[$"Placeholder.{name.Split('.')[0]}"].Value}]", StringComparison.Ordinal));

    /// <summary>"44 %, as sure as 9 lost calls would make it".</summary>
    public string Recovered(CatalogueEntry entry)
    {
        var said = RecoveredShare.Of(entry.Recovered);
        return words["RecoveredShort", said.Share * 100, said.Calls];
    }

    /// <summary>Whether every word of what is sought stands somewhere in the entry, in either language.</summary>
    public bool Holds(CatalogueRow row, string sought)
    {
        var text = string.Join('\n', [Name(row), row.Key.ToString(), .. row.Entry.Changes.SelectMany(change => new[] { change.Section, change.Text }).SelectMany(both => new[] { both.En, both.Nl })]);
        return sought.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            CultureInfo.CurrentCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }

    /// <summary>What is wrong with a field, in the reader's language; null when nothing is.</summary>
    /// <param name="label">What the form calls it.</param>
    public string? Fault(FieldErrors faults, string field, string label)
    {
        var name = field[(field.LastIndexOf('.') + 1)..];
        var sentences = faults.For(field)
            .Select(fault => fault.Kind is null ? words[$"Fault.{name}"].Value : words[$"Fault.{fault.Kind}", fault.About ?? ""].Value).Distinct().ToList();
        return sentences.Count == 0 ? null : $"{label}: {string.Join(' ', sentences)}";
    }
}
