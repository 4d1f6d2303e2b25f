using System.Globalization;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Where a page of measurements ended.</summary>
internal sealed record ImpactCursor(DateTime Judged, long Id)
{
    /// <summary>Null for what is no cursor of ours: the list then starts at its top.</summary>
    public static ImpactCursor? Parse(string? text)
    {
        var parts = text?.Split('_') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ImpactCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }

    public static ImpactCursor After(ImpactRow row) => new(row.JudgedAt ?? DateTime.UnixEpoch, row.Id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Judged.Ticks}_{Id}");
}
