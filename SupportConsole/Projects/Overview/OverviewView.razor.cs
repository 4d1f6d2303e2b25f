using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Controls.Charts;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Overview;

/// <summary>How a project does: its calls by day, with the instructions they ran on, where they fail, and what is proposed.</summary>
public sealed partial class OverviewView
{
    private const int UsualDays = 30;

    /// <summary>Cards shown here; the others are one link away.</summary>
    private const int MostCards = 3;

    /// <summary>Versions marked in the charts: more would stand over one another.</summary>
    private const int MostMarks = 20;

    private static readonly int[] Lengths = [7, 30, 90];

    private IReadOnlyList<SuggestionDetail> _cards = [];
    private IReadOnlyList<VersionRow> _versions = [];
    private CallWindow _window = new([], new CallTotals(), default);
    private Figure _success = new();
    private Figure _volume = new();
    private Figure _captured = new();
    private IReadOnlyList<CaptureField> _charted = [];
    private int _open;

    [Parameter, EditorRequired]
    public Project Project { get; set; } = default!;

    [SupplyParameterFromQuery]
    public int? Days { get; set; }

    [Inject]
    private ProjectQueries Projects { get; set; } = default!;

    [Inject]
    private VersionQueries Versions { get; set; } = default!;

    [Inject]
    private SuggestionQueries Suggestions { get; set; } = default!;

    [Inject]
    private SharedReadings Shared { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics { get; } = [LiveTopic.Call, LiveTopic.Suggestion];

    /// <summary>Charts are looked at, not worked in, and reading ninety days takes a while.</summary>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    protected override object Question => (Project.Id, Project.Revision, Project.LastCheckedAt, Length);

    private int Length => Days is { } days && Lengths.Contains(days) ? days : UsualDays;

    private IReadOnlyList<PageView> Windows => [.. Lengths.Select(days => new PageView(
        Words["LastDays", days], Links.Project(Project.ExternalId) + (days == UsualDays ? "" : $"?days={days}"), days == Length))];

    // A card's change names the card and not its project: one that is shown, or one that may be new here.
    protected override bool Concerns(LiveChange change) => change.Topic == LiveTopic.Suggestion || change.Id == Project.Id || change.Id == 0;

    protected override async Task<Load> AnswerAsync()
    {
        // A card of some project changed: the calls of this one are as they were, and ninety days of them need not be read again.
        var id = Project.Id;
        _window = await Shared.GetAsync(("project calls", id, Length), [LiveTopic.Call], () => Projects.WindowAsync(id, Length));
        var from = _window.From;
        _versions = await Shared.GetAsync(("project versions", id, from), [LiveTopic.Project], () => Versions.SinceAsync(id, from, MostMarks));
        (_cards, _open) = await Shared.GetAsync(("project cards", id), [LiveTopic.Suggestion, LiveTopic.Project], () => OpenAsync(id));
        var figures = new OverviewFigures(Words, Time);
        (_success, _volume) = (figures.Success(_window, _versions), figures.Volume(_window, _versions));
        _charted = OverviewFigures.Charted(Project, _window.Total);
        _captured = figures.Captured(_window, _versions, _charted);
        return _window.Total.Calls == 0 && _open == 0 ? Load.Empty : Load.Full;
    }

    private async Task<(IReadOnlyList<SuggestionDetail> Cards, int Open)> OpenAsync(long project)
    {
        var open = await Suggestions.ListAsync(SuggestionView.Open, project, take: MostCards);
        return (
            await Suggestions.GetAsync([.. open.Rows.Select(row => row.Id)]),
            open.NextCursor is null ? open.Rows.Count : await Suggestions.CountAsync(SuggestionView.Open, project));
    }
}
