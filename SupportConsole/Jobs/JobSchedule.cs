using Quartz;

namespace SupportConsole.Jobs;

/// <summary>Every job and when it runs. What is to be done stands in the database, so a missed run only makes the next one longer.</summary>
public static class JobSchedule
{
    /// <summary>After a start people come first, and a restart that goes wrong should not sweep each time.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public const string Backup = "backup";

    public const string RebuildCounts = "rebuild_counts";

    public const string AddLabels = "add_labels";

    public const string TrainTriage = "train_triage";

    public static IReadOnlyList<ScheduledJob> Jobs { get; } =
    [
        new("sweep_projects", typeof(SweepProjectsJob), JobPace.Every, TimeSpan.FromHours(1)),
        new("measure_impact", typeof(MeasureImpactJob), JobPace.Every, TimeSpan.FromSeconds(15)), // only looks who is due: each card has its own time
        new("apply_accepted", typeof(ApplyAcceptedJob), JobPace.Every, TimeSpan.FromMinutes(1)),
        new(Backup, typeof(BackupJob), JobPace.Backup, CanStop: true),
        new("retention", typeof(RetentionJob), JobPace.Nightly, CanStop: true),
        new("check_counts", typeof(CheckCountsJob), JobPace.Nightly, CanStop: true),
        new(RebuildCounts, typeof(RebuildCountsJob), JobPace.Asked, CanStop: true),
        new(AddLabels, typeof(AddLabelsJob), JobPace.Asked, CanStop: true),
        new(TrainTriage, typeof(TrainTriageJob), JobPace.ByHand, CanStop: true),
    ];

    public static void Fill(IQuartzBuilder quartz)
    {
        foreach (var job in Jobs)
        {
            quartz.AddJob(job.Type, detail => detail.WithIdentity(job.Key).StoreDurably());
            if (job.Pace == JobPace.Every)
            {
                quartz.AddTrigger((provider, trigger) => trigger.WithIdentity(job.Name).ForJob(job.Key)
                    .StartAt(provider.GetRequiredService<TimeProvider>().GetUtcNow() + Soon).WithSimpleSchedule(job.Every));
            }
        }
    }
}
