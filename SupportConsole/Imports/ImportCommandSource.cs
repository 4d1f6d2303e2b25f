using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Shell;

namespace SupportConsole.Imports;

/// <summary>Finds a recent import by the name of its file.</summary>
internal sealed class ImportCommandSource(ImportQueries queries, ImportWording wording, IStringLocalizer<ImportWords> words) : ICommandSource
{
    private const int Most = 5;

    public string Title => words["Imports"];

    public async Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text) || !person.IsInRole(Roles.Admin))
            return [];
        return [.. (await queries.FindAsync(text, Most, cancellation))
            .Select(import => new Command(import.FileName) { Href = Links.Import(import.Id), Note = wording.Status(import.Status) })];
    }
}
