using Microsoft.Extensions.Options;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Jobs;

/// <summary>When a job without a trigger is next due: it goes by what was last done, so that a night without the process is made up for.</summary>
public sealed class JobTimes(
    RunBook book, CountRebuild rebuild, LabelUploads uploads, IOptionsMonitor<JobsOptions> jobs, IOptionsMonitor<BackupOptions> backups, IOptionsMonitor<WorkspaceOptions> workspace, TimeProvider clock)
{
    /// <summary>Null when it does not run by itself now.</summary>
    public async Task<DateTime?> NextAsync(ScheduledJob job, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        switch (job.Pace)
        {
            case JobPace.Asked:
                return await (job.Name == JobSchedule.AddLabels ? uploads.IsAskedAsync(cancellation) : rebuild.IsAskedAsync(cancellation)) ? now : null;
            case JobPace.ByHand:
            case JobPace.Backup when !backups.CurrentValue.Enabled:
                return null;
        }

        var every = job.Pace == JobPace.Backup ? backups.CurrentValue.EveryHours : 24;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);
        return await book.LastEndedAsync(job.Name, cancellation) is { } last ? After(last.StartedAt, jobs.CurrentValue.NightHour, every, zone) : now;
    }

    /// <summary>The first moment after <paramref name="last"/> at the night's hour, or a number of hours after it.</summary>
    public static DateTime After(DateTime last, int hour, int every, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(last, DateTimeKind.Utc), zone).Date.AddDays(-1);
        for (; ; day = day.AddDays(1))
        {
            for (var at = hour; at < hour + 24; at += every)
            {
                var local = day.AddHours(at);
                while (zone.IsInvalidTime(local))
                {
                    local = local.AddMinutes(15);
                }

                var moment = TimeZoneInfo.ConvertTimeToUtc(local, zone);
                if (moment > last)
                {
                    return moment;
                }
            }
        }
    }
}
