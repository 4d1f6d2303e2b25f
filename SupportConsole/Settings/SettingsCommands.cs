using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Settings;
using SupportConsole.Shell;

namespace SupportConsole.Settings;

/// <summary>Every page of the settings, and for admins every setting by its name.</summary>
internal sealed class SettingsCommands(IStringLocalizer<SettingsNavWords> pages, IStringLocalizer<SettingWords> settings) : ICommandSource
{
    /// <summary>More would push what somebody looks for off the screen.</summary>
    private const int MostSettings = 6;

    public string Title => pages["Settings"];

    public Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var found = SettingsPages.For(person).Select(page => new Command(pages[page.Label]) { Href = page.Route }).Matching(text);
        if (text.Length > 0 && person.IsInRole(Roles.Admin))
        {
            found = found.Concat(SettingCatalogue.All
                .Select(entry => new Command(settings[entry.Key]) { Href = Links.Setting(entry.Key), Note = settings[$"Group.{entry.Section}"] })
                .Matching(text)
                .Take(MostSettings));
        }

        return Task.FromResult<IReadOnlyList<Command>>([.. found]);
    }
}
