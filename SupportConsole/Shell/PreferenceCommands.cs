using System.Security.Claims;
using Microsoft.Extensions.Localization;

namespace SupportConsole.Shell;

/// <summary>Theme and language, by name.</summary>
internal sealed class PreferenceCommands(IStringLocalizer<ShellWords> words, Preferences preferences) : ICommandSource
{
    public string Title => words["Preferences"];

    public Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var themes = Theme.All.Select(name => new Command($"{words["Theme"]}: {words[$"Theme.{name}"]}") { Run = () => preferences.ChooseThemeAsync(name) });
        var languages = Culture.All.Select(name => new Command($"{words["Language"]}: {words[$"Language.{name}"]}") { Run = () => preferences.ChooseLanguageAsync(name) });
        return Task.FromResult<IReadOnlyList<Command>>([.. themes.Concat(languages).Matching(text)]);
    }
}
