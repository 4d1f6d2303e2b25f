using System.Globalization;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Where a page of a list ended: what its last row is ordered by, whatever the order is.</summary>
internal sealed record SuggestionCursor(double Rank, DateTime Judged, long Id)
{
    public static SuggestionCursor After(SuggestionRow row) => new(row.Rank, row.JudgedAt ?? DateTime.UnixEpoch, row.Id);

    /// <summary>Null for what is no cursor of ours: the list then starts at its top.</summary>
    public static SuggestionCursor? Parse(string? text)
    {
        var parts = text?.Split('_') ?? [];
        return parts.Length == 3
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var rank) && double.IsFinite(rank)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new SuggestionCursor(rank, new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank:R}_{Judged.Ticks}_{Id}");
}
