using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Jobs;
using SupportConsole.Shell;

namespace SupportConsole.Health;

public sealed partial class JobList
{
    private IReadOnlyList<JobState> _jobs = [];

    [Inject]
    private JobControl Control { get; set; } = default!;

    [Inject]
    private IOptionsMonitor<BackupOptions> Backups { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<HealthWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Job];

    protected override object Question => nameof(JobList);

    protected override async Task<Load> AnswerAsync()
    {
        _jobs = await Control.ListAsync(Gone);
        return Load.Full;
    }

    private string Often(ScheduledJob job) => job switch
    {
        { Pace: JobPace.Asked or JobPace.ByHand } => Words["WhenAsked"],
        { Pace: JobPace.Backup } when !Backups.CurrentValue.Enabled => Words["WhenAsked"],
        { Pace: JobPace.Backup } when Backups.CurrentValue.EveryHours < 24 => Words["EveryHours", Backups.CurrentValue.EveryHours],
        { Pace: not JobPace.Every } => Words["EveryNight"],
        { Every.TotalHours: >= 1 } => Words["EveryHour"],
        { Every.TotalMinutes: >= 1 } => Words["EveryMinute"],
        _ => Words["EverySeconds", job.Every.TotalSeconds],
    };

    private async Task RunAsync(JobState job) => Toasts.Show(
        Words[await Control.RunAsync(job.Name, await Actor.GetAsync(), Gone) ? "Started" : "RunsAlready", Words[$"Job.{job.Name}"]]);

    private async Task StopAsync(JobState job) => Toasts.Show(
        Words[await Control.StopAsync(job.Name, await Actor.GetAsync(), Gone) ? "Stopping" : "EndedAlready", Words[$"Job.{job.Name}"]]);
}
