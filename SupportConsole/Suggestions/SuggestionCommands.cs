using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>Finds open cards by what is wrong, by project or by field, in the words that the person reads.</summary>
internal sealed class SuggestionCommands(
    SuggestionQueries queries, ChangeCatalogue catalogue, SuggestionWording wording, IStringLocalizer<SuggestionWords> words) : ICommandSource
{
    private const int Most = 6;

    /// <summary>A longer search than this finds nothing more and costs more.</summary>
    private const int MostWords = 6;

    public string Title => words["PaletteCards"];

    public async Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var typed = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (typed.Count == 0 || !person.IsReader())
            return [];
        var causes = catalogue.Entries.Select(entry => entry.Cause).ToList();
        var rows = await queries.FindAsync(typed.Select(word => (word, wording.CausesNaming(word, causes))), Most, cancellation);
        return [.. rows.Select(row => new Command(wording.Title(row)) { Href = Links.Suggestion(row.Id), Note = row.ProjectName })];
    }
}
