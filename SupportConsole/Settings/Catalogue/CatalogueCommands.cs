using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Catalogue;

/// <summary>Finds an entry of the catalogue by its cause or by words of its text.</summary>
internal sealed class CatalogueCommands(
    CatalogueQueries queries, SharedReadings shared, CatalogueWording wording, IStringLocalizer<CatalogueWords> words) : ICommandSource
{
    private const int Most = 5;

    public string Title => words["Catalogue"];

    public async Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text) || !person.IsReader())
            return [];
        var rows = await shared.GetAsync("catalogue", [LiveTopic.Catalogue, LiveTopic.Suggestion], () => queries.ListAsync(CancellationToken.None));
        return [.. rows.Where(row => wording.Holds(row, text)).Take(Most)
            .Select(row => new Command(wording.Name(row)) { Href = Links.CatalogueEntry(row.Key.ToString()), Note = words[$"Origin.{row.Origin}"] })];
    }
}
