using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using SupportConsole.Controls;

namespace SupportConsole.Shell;

/// <summary>One way to go somewhere: its word (a key in ShellWords), where it leads, who may go, and the keys that go there.</summary>
public sealed record NavigationEntry(string Label, string Route, IconName Icon, string Keys, params string[] Roles)
{
    /// <summary>Entries of one group stand together in the rail.</summary>
    public int Group { get; init; }
}

/// <summary>The table behind the rail, the palette and the "g" keys. A new page is one line here.</summary>
public static class Navigation
{
    private const string Admin = "Admin";
    private const string Manager = "Manager";

    private static readonly NavigationEntry[] Table =
    [
        new("Today", Links.Today, IconName.Today, "g t"),
        new("Suggestions", Links.Suggestions, IconName.Suggestions, "g s", Admin, Manager),
        new("Projects", Links.Projects, IconName.Projects, "g p", Admin, Manager),
        new("Analytics", Links.Analytics, IconName.Analytics, "g a", Admin, Manager) { Group = 1 },
        new("Health", Links.Health, IconName.Health, "g h", Admin, Manager) { Group = 1 },
        new("Settings", Links.Settings, IconName.Settings, "g c", Admin) { Group = 2 },
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
            ? [.. Entries.Where(entry => entry.Roles.Length == 0 || entry.Roles.Any(person.IsInRole))]
            : Entries;
}
