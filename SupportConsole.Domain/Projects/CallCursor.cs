using System.Globalization;

namespace SupportConsole.Domain.Projects;

/// <summary>Where a page of calls ended: when that call started, and its id.</summary>
internal sealed record CallCursor(DateTime StartedAt, long Id)
{
    public static CallCursor? Parse(string? text)
    {
        var parts = text?.Split('_') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new CallCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartedAt.Ticks}_{Id}");
}
