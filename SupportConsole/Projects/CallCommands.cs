using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>A call by the id that its sender gave it, whole: part of one would be a search through all calls.</summary>
internal sealed class CallCommands(CallQueries queries, WorkspaceTime time, IStringLocalizer<ProjectWords> words) : ICommandSource
{
    private const int Most = 6;

    public string Title => words["Calls"];

    public async Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (text.Length == 0 || !person.IsReader())
            return [];
        var found = await queries.FindAsync(text, Most, cancellation);
        return [.. found.Select(call => new Command(words["CallTitle", time.DateAndTime(call.StartedAt)]) { Href = Links.Call(call.Id), Note = call.ProjectName })];
    }
}
