using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Calls;

/// <summary>One call: how it went, what it found out and what it should have, and what was said.</summary>
public sealed partial class CallPage
{
    private CallDetail? _detail;
    private bool _deleted;
    private Suggestion? _card;
    private ShortcutScope? _keys;

    [Parameter]
    public long Id { get; set; }

    /// <summary>The card whose sample it was opened as.</summary>
    [SupplyParameterFromQuery(Name = "card")]
    public long? CardId { get; set; }

    [Inject]
    private CallQueries Queries { get; set; } = default!;

    [Inject]
    private SuggestionQueries Cards { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

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

    protected override object Question => (Id, CardId);

    private IReadOnlyList<long> Samples => _card?.Evidence.SampleCalls ?? [];

    private int Sample => Samples.ToList().IndexOf(Id);

    private string BackTo => _card is not null ? Links.Suggestion(_card.Id) : Links.ProjectCalls(_detail!.ProjectExternalId);

    // A processed call never changes again.
    protected override bool Concerns(LiveChange change) =>
        _detail is { Call: { Stage: not CallStage.Processed, ProjectId: var project } } && (change.Id == project || change.Id == 0);

    protected override async Task<Load> AnswerAsync()
    {
        _detail = await Queries.GetAsync(Id, masked: !IsAdmin, Gone);
        _card = CardId is { } card && _detail is not null && await Cards.GetAsync(card, Gone) is { Card: var found } && found.Evidence.SampleCalls.Contains(Id)
            ? found : null;
        _deleted = _detail is null && await Queries.WasThereAsync(Id, Gone);
        return _detail is null ? Load.Empty : Load.Full;
    }

    protected override Task OnInitializedAsync()
    {
        _keys = Shortcuts.Scope(this, Words["Call"])
            .Add("j", Words["NextSample"], _ => Step(1))
            .Add("k", Words["PreviousSample"], _ => Step(-1))
            .Add("escape", Words["Back"], _ => GoBack());
        return base.OnInitializedAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _keys?.Dispose();
        return base.DisposeAsync();
    }

    private long? Neighbour(int by) => Sample >= 0 && Samples.ElementAtOrDefault(Sample + by) is > 0 and var call ? call : null;

    private void Step(int by)
    {
        // The next of the next is not read yet: a key pressed twice in a row steps on from where the address is.
        if (_detail?.Call.Id == Id && Neighbour(by) is { } call)
            Addresses.NavigateTo(Links.Call(call, _card!.Id), replace: true);
    }

    private void GoBack()
    {
        if (_detail is not null)
            Addresses.NavigateTo(BackTo);
    }

    private async Task ProcessAgainAsync()
    {
        if (await Retrying.RetryAsync(Id, await Actor.GetAsync(), Gone))
            Toasts.Show(Words["TriedAgain"]);
    }
}
