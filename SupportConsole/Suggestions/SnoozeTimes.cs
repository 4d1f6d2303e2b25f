using Microsoft.Extensions.Options;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>When a snoozed card opens again: in the morning, on the workspace's own clock.</summary>
public sealed class SnoozeTimes(WorkspaceTime time, IOptionsMonitor<SuggestionOptions> options)
{
    /// <summary>In UTC.</summary>
    public DateTime Tomorrow => Morning(time.Today.AddDays(1));

    /// <summary>Next Monday; in UTC.</summary>
    public DateTime NextWeek
    {
        get
        {
            var days = ((int)DayOfWeek.Monday - (int)time.Today.DayOfWeek + 7) % 7;
            return Morning(time.Today.AddDays(days == 0 ? 7 : days));
        }
    }

    private DateTime Morning(DateTime day) => time.Utc(day.AddHours(options.CurrentValue.SnoozeHour));
}
