using System.Security.Claims;
using SupportConsole.Domain.Access;

namespace SupportConsole.Settings;

/// <summary>One page of the settings: its word, where it is, and who may see it.</summary>
internal sealed record SettingsPage(string Label, string Route, params string[] OpenTo);

/// <summary>The table behind the chips, the palette and where /settings leads. It hides links and protects nothing.</summary>
internal static class SettingsPages
{
    private static readonly SettingsPage[] All =
    [
        new("Workspace", Links.SettingsWorkspace, Roles.Admin),
        new("Detection", Links.SettingsDetection, Roles.Admin),
        new("Data", Links.SettingsData, Roles.Admin),
        new("Catalogue", Links.SettingsCatalogue, Roles.Admin, Roles.Manager),
        new("People", Links.SettingsPeople, Roles.Admin),
        new("Keys", Links.SettingsKeys, Roles.Admin),
        new("Imports", Links.Imports, Roles.Admin),
        new("Audit", Links.SettingsAudit, Roles.Admin, Roles.Manager),
        new("Me", Links.SettingsMe),
    ];

    public static IEnumerable<SettingsPage> For(ClaimsPrincipal person) =>
        All.Where(page => page.OpenTo.Length == 0 || page.OpenTo.Any(person.IsInRole));
}
