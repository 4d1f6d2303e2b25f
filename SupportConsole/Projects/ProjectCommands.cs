using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>Projects by name or id, for the palette and the search.</summary>
internal sealed class ProjectCommands(ProjectQueries queries, IStringLocalizer<ProjectWords> words) : ICommandSource
{
    private const int Most = 6;

    public string Title => words["Projects"];

    public async Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        // Unasked it offers nothing: a list of all projects is a page of its own.
        if (text.Length == 0 || !person.IsReader())
            return [];
        var found = await queries.FindAsync(text, Most, cancellation);
        return [.. found.Select(project => new Command(project.Name)
        {
            Href = Links.Project(project.ExternalId),
            Note = words["Version", project.CurrentVersion],
        })];
    }
}
