using System.Globalization;
using Microsoft.Extensions.Options;
using SupportConsole.Controls;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Shell;

/// <summary>Times as the workspace's people read them: stored in UTC, shown and entered in the workspace's zone and the reader's language.</summary>
public sealed class WorkspaceTime(IOptionsMonitor<WorkspaceOptions> options, TimeProvider clock)
{
    /// <summary>Asked each time: an admin may change it while a page is open.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(options.CurrentValue.TimeZone);

    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    public DateTime Now => Local(UtcNow);

    public DateTime Today => Now.Date;

    public Clock Clock => new(UtcNow, Zone);

    public DateTime Local(DateTime utc) => Clock.Local(utc);

    /// <summary>
    /// The UTC moment of a time on the workspace's clock. The hour that a spring change skips counts as the hour after it; of the
    /// hour that an autumn change repeats, the first is taken.
    /// </summary>
    public DateTime Utc(DateTime local)
    {
        var (zone, time) = (Zone, DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        if (zone.IsInvalidTime(time))
            time += TimeSpan.FromHours(1);
        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max() : zone.GetUtcOffset(time);
        return DateTime.SpecifyKind(time - offset, DateTimeKind.Utc);
    }

    public string Date(DateTime utc) => Local(utc).ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    public string Time(DateTime utc) => Local(utc).ToString("HH:mm", CultureInfo.CurrentCulture);

    public string DateAndTime(DateTime utc) => Local(utc).ToString("d MMM yyyy HH:mm", CultureInfo.CurrentCulture);
}
