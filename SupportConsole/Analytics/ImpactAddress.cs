using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Analytics;

/// <summary>What the impact page shows, as its address says it.</summary>
/// <param name="Days">Null for all time.</param>
/// <param name="Project">External id; null for all projects.</param>
/// <param name="After">Cursor of the page before.</param>
public sealed record ImpactAddress(int? Days, string? Project, ImpactList List, string? After = null)
{
    /// <summary>The usual period: promises take weeks to be judged, so a month would often be empty.</summary>
    public const int UsualDays = 90;

    public static IReadOnlyList<int?> Periods { get; } = [30, UsualDays, null];

    private const string All = "all";

    public string Href
    {
        get
        {
            var parts = new List<string>();
            if (Days != UsualDays)
                parts.Add(FormattableString.Invariant($"days={Days?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? All}"));
            if (Project is not null)
                parts.Add($"project={Uri.EscapeDataString(Project)}");
            if (List != ImpactList.Judged)
                parts.Add($"list={List.ToString().ToLowerInvariant()}");
            if (After is not null)
                parts.Add($"after={Uri.EscapeDataString(After)}");
            return parts.Count == 0 ? Links.Impact : $"{Links.Impact}?{string.Join('&', parts)}";
        }
    }

    /// <summary>What is not understood is left at its usual.</summary>
    public static ImpactAddress Parse(string? days, string? project, string? list, string? after) => new(
        days == All ? null : Periods.FirstOrDefault(period => period?.ToString(System.Globalization.CultureInfo.InvariantCulture) == days) ?? UsualDays,
        string.IsNullOrEmpty(project) ? null : project,
        Enum.TryParse<ImpactList>(list, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : ImpactList.Judged,
        string.IsNullOrEmpty(after) ? null : after);
}
