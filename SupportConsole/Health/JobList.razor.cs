using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Jobs;
using SupportConsole.Shell;

namespace SupportConsole.Health;

public sealed partial class JobList
{
    private IReadOnlyList<JobState> _jobs = [];

    [Inject]
    private JobControl Control { get; set; } = default!;

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

    private static (Tone Tone, string Shape, string Word) Look(JobRun run) => run switch
    {
        { Took: null } => (Tone.Accent, "◔", "Running"),
        { Fault: not null } => (Tone.Bad, "✕", "Failed"),
        _ => (Tone.Good, "✓", "Done"),
    };

    private string Often(TimeSpan every) => every switch
    {
        { TotalHours: >= 1 } => Words["EveryHour"],
        { TotalMinutes: >= 1 } => Words["EveryMinute"],
        _ => Words["EverySeconds", every.TotalSeconds],
    };

    private async Task RunAsync(JobState job)
    {
        if (await Control.RunAsync(job.Name, await Actor.GetAsync(), Gone))
            Toasts.Show(Words["Started", Words[$"Job.{job.Name}"]]);
    }
}
