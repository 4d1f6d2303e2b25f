using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SupportConsole.Controls;

/// <summary>"2 min", with the exact time on hover. After a week the date itself says more. It follows the cascading <see cref="Clock"/>.</summary>
public sealed partial class RelativeTime
{
    private static readonly TimeSpan StillNow = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan StillRelative = TimeSpan.FromDays(7);

    /// <summary>The moment, in UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime At { get; set; }

    /// <summary>"2 min ago" where it stands in a sentence, "2 min" in a list.</summary>
    [Parameter]
    public bool Ago { get; set; }

    [CascadingParameter]
    private Clock? Clock { get; set; }

    private DateTime Utc => DateTime.SpecifyKind(At, DateTimeKind.Utc);

    private DateTime Local => Clock?.Local(Utc) ?? Utc;

    private string Iso => Utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Exact => Local.ToString("ddd d MMM yyyy HH:mm:ss", CultureInfo.CurrentCulture);

    private string Text
    {
        get
        {
            if (Clock is null)
                return Exact;
            var past = Clock.UtcNow - Utc;
            var distance = past.Duration();
            if (distance < StillNow)
                return ControlWords.Get("Now");
            if (distance >= StillRelative)
                return Local.ToString(Local.Year == Clock.Local(Clock.UtcNow).Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture);
            return past < TimeSpan.Zero ? ControlWords.Get("In", Spoken(distance))
                : Ago ? ControlWords.Get("Ago", Spoken(distance))
                : Spoken(distance);
        }
    }

    private static string Spoken(TimeSpan distance) => distance switch
    {
        { TotalMinutes: < 59.5 } => ControlWords.Get("Minutes", Math.Max(1, (int)Math.Round(distance.TotalMinutes))),
        { TotalHours: < 23.5 } => ControlWords.Get("Hours", (int)Math.Round(distance.TotalHours)),
        _ => ControlWords.Get("Days", (int)Math.Round(distance.TotalDays)),
    };
}
