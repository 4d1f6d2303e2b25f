namespace SupportConsole.Domain.Workspace;

/// <summary>One day of the workspace's calendar, and the moments (UTC) between which it lies: 23, 24 or 25 hours.</summary>
public sealed record LocalDay(DateOnly Day, DateTime From, DateTime To)
{
    /// <summary>The last <paramref name="count"/> days, today included, oldest first.</summary>
    public static IReadOnlyList<LocalDay> Last(int count, DateTime now, TimeZoneInfo zone)
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone)).AddDays(1 - count);
        return [.. Enumerable.Range(0, count).Select(i => new LocalDay(
            first.AddDays(i), Start(first.AddDays(i), zone), Start(first.AddDays(i + 1), zone)))];
    }

    /// <summary>Where a clock change skips midnight the day starts after it; where it repeats midnight, at the first.</summary>
    private static DateTime Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }
}
