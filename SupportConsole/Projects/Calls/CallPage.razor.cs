using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Calls;

/// <summary>One call: how it went, what it found out and what it should have, and what was said.</summary>
public sealed partial class CallPage
{
    private CallDetail? _detail;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private CallQueries Queries { get; set; } = default!;

    [Inject]
    private EventRetry Retrying { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics { get; } = [LiveTopic.Call];

    protected override object Question => Id;

    // A processed call never changes again.
    protected override bool Concerns(LiveChange change) =>
        _detail is { Call: { Stage: not CallStage.Processed, ProjectId: var project } } && (change.Id == project || change.Id == 0);

    protected override async Task<Load> AnswerAsync()
    {
        _detail = await Queries.GetAsync(Id, masked: !IsAdmin, Gone);
        return _detail is null ? Load.Empty : Load.Full;
    }

    private async Task ProcessAgainAsync()
    {
        if (await Retrying.RetryAsync(Id, await Actor.GetAsync(), Gone))
            Toasts.Show(Words["TriedAgain"]);
    }
}
