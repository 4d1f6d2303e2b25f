using System.Security.Claims;
using Microsoft.Extensions.Localization;

namespace SupportConsole.Shell;

/// <summary>Theme and language, by name.</summary>
internal sealed class PreferenceCommands(IStringLocalizer<ShellWords> words, Theme theme, Language language) : ICommandSource
{
    public string Title => words["Preferences"];

    public Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var themes = Theme.All.Select(name => new Command($"{words["Theme"]}: {words[$"Theme.{name}"]}") { Run = () => theme.ChooseAsync(name) });
        var languages = Culture.All.Select(name => new Command($"{words["Language"]}: {words[$"Language.{name}"]}") { Run = () => language.ChooseAsync(name) });
        return Task.FromResult<IReadOnlyList<Command>>([.. themes.Concat(languages).Matching(text)]);
    }
}
