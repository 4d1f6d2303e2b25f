using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;

namespace SupportConsole.Shell;

/// <summary>One way to go somewhere: its word (a key in ShellWords), where it leads, who may go, and the keys that go there.</summary>
public sealed record NavigationEntry(string Label, string Route, IconName Icon, string Keys, params string[] OpenTo)
{
    /// <summary>Entries of one group stand together in the rail.</summary>
    public int Group { get; init; }
}

/// <summary>The table behind the rail, the palette and the "g" keys. A new page is one line here.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Table =
    [
        new("Today", Links.Today, IconName.Today, "g t"),
        new("Suggestions", Links.Suggestions, IconName.Suggestions, "g s", Roles.Admin, Roles.Manager),
        new("Projects", Links.Projects, IconName.Projects, "g p", Roles.Admin, Roles.Manager),
        new("Triage", Links.Triage, IconName.Triage, "g r"),
        new("Analytics", Links.Analytics, IconName.Analytics, "g a", Roles.Admin, Roles.Manager) { Group = 1 },
        new("Health", Links.Health, IconName.Health, "g h", Roles.Admin, Roles.Manager) { Group = 1 },
        new("Settings", Links.Settings, IconName.Settings, "g c") { Group = 2 },
    ];

    private static readonly HashSet<string> Routes = typeof(Navigation).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
        .Select(route => route.Template)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What exists: an entry whose page is not built yet is not shown.</summary>
    public static IReadOnlyList<NavigationEntry> Entries { get; } = [.. Table.Where(entry => Routes.Contains(entry.Route))];

    /// <summary>What this person may see. This hides links and protects nothing: pages carry their own [Authorize].</summary>
    public static IReadOnlyList<NavigationEntry> For(ClaimsPrincipal person) =>
        person.Identity?.IsAuthenticated == true
            ? [.. Entries.Where(entry => entry.OpenTo.Length == 0 || entry.OpenTo.Any(person.IsInRole))]
            : Entries;
}
