using System.Security.Claims;
using Microsoft.Extensions.Localization;

namespace SupportConsole.Shell;

/// <summary>Every page the person may open.</summary>
internal sealed class NavigationCommands(IStringLocalizer<ShellWords> words) : ICommandSource
{
    public string Title => words["GoTo"];

    public Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Command>>([.. Navigation.For(person)
            .Select(entry => new Command(words[entry.Label]) { Href = entry.Route, Keys = entry.Keys })
            .Matching(text)]);
}
