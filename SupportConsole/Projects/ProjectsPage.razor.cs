using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>Every project with how it does, and the way to a new one.</summary>
public sealed partial class ProjectsPage
{
    /// <summary>Days behind the success rate and the line of calls.</summary>
    private const int Days = 30;

    // Projects whose counts changed since they were read: the others' are still right, and reading all costs most.
    private readonly ConcurrentDictionary<long, bool> _stale = [];
    private readonly Dictionary<long, ProjectPace> _paces = [];
    private readonly Typing _typing = new();
    private IReadOnlyDictionary<ProjectStatus, int> _counts = new Dictionary<ProjectStatus, int>();
    private IReadOnlyDictionary<long, int> _cards = new Dictionary<long, int>();
    private ProjectSlice _slice = new([], null);
    private ShortcutScope? _keys;
    private string? _text;
    private string? _sent;
    private int _selected;

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [Inject]
    private ProjectQueries Queries { get; set; } = default!;

    [Inject]
    private OpenCardCounts Cards { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics { get; } = [LiveTopic.Project, LiveTopic.Call, LiveTopic.Suggestion];

    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override object Question => (Status, Q, After);

    private ProjectStatus Status => Enum.TryParse<ProjectStatus>(View, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : ProjectStatus.Active;

    private IReadOnlyList<PageView> Chips =>
        [.. Enum.GetValues<ProjectStatus>().Select(status => new PageView(
            Words[$"Status.{status}"], Address(status, Q), status == Status, _counts.GetValueOrDefault(status)))];

    protected override Task OnInitializedAsync()
    {
        _keys = Shortcuts.Scope(this, Words["Projects"])
            .Add("j", Words["Next"], _ => SelectAsync(_selected + 1))
            .Add("k", Words["Previous"], _ => SelectAsync(_selected - 1))
            .Add("enter", Words["OpenProject"], press => Open(press.CardId))
            .Add("f", Words["FilterProjects"], _ => { }) // The browser does it: see data-focus-key.
            .Add("n", Words["NewProject"], _ => Create());
        return base.OnInitializedAsync();
    }

    protected override Task OnParametersSetAsync()
    {
        // What was typed meanwhile is newer than the address that an earlier letter asked for.
        if (Q != _sent)
            (_text, _sent) = (Q, Q);
        return base.OnParametersSetAsync();
    }

    protected override bool Concerns(LiveChange change)
    {
        if (change.Topic == LiveTopic.Call)
            _stale[change.Id] = true;
        return true;
    }

    protected override async Task<Load> AnswerAsync()
    {
        var stale = _stale.Keys.ToList();
        if (stale.Contains(0))
            _paces.Clear();
        stale.ForEach(id => _stale.TryRemove(id, out _));
        stale.ForEach(id => _paces.Remove(id));
        _counts = await Queries.CountsAsync(Gone);
        _slice = await Queries.ListAsync(Status, Q, After, cancellation: Gone);
        var ids = _slice.Rows.Select(row => row.Id).ToList();
        _cards = await Cards.ReadAsync(ids, Gone);
        var unknown = ids.Where(id => !_paces.ContainsKey(id)).ToList();
        if (unknown.Count > 0)
        {
            foreach (var (id, pace) in await Queries.PacesAsync(unknown, Days, Gone))
                _paces[id] = pace;
        }

        _selected = Math.Clamp(_selected, 0, Math.Max(0, ids.Count - 1));
        return ids.Count == 0 ? Load.Empty : Load.Full;
    }

    public override ValueTask DisposeAsync()
    {
        _keys?.Dispose();
        return base.DisposeAsync();
    }

    private async Task TypedAsync()
    {
        if (!await _typing.PausesAsync(Clock, Gone))
            return;
        _sent = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        Addresses.NavigateTo(Address(Status, _sent), replace: true);
    }

    private async Task SelectAsync(int index)
    {
        _selected = Math.Clamp(index, 0, Math.Max(0, _slice.Rows.Count - 1));
        StateHasChanged();
        await Js.InvokeVoidAsync("supportConsole.reveal", "[data-selected]");
    }

    private void Open(string? externalId)
    {
        if (externalId is not null)
            Addresses.NavigateTo(Links.Project(externalId));
    }

    private void Create()
    {
        if (IsAdmin)
            Addresses.NavigateTo(Links.NewProject);
    }

    private static string Address(ProjectStatus status, string? text, string? after = null) => QueryHelpers.AddQueryString(
        Links.Projects,
        new Dictionary<string, string?>
        {
            ["view"] = status == ProjectStatus.Active ? null : status.ToString().ToLowerInvariant(),
            ["q"] = string.IsNullOrWhiteSpace(text) ? null : text,
            ["after"] = after,
        });
}
