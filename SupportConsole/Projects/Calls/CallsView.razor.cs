using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Calls;

/// <summary>The calls of a project, newest first.</summary>
public sealed partial class CallsView
{
    /// <summary>Versions to choose from; an older one can still be named in the address.</summary>
    private const int MostVersions = 100;

    private CallSlice _slice = new([], null, null);
    private ShortcutScope? _keys;
    private int _selected;
    private object? _listed;
    private int _newer;

    [Parameter, EditorRequired]
    public Project Project { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [SupplyParameterFromQuery]
    public int? Version { get; set; }

    /// <summary>Key of a field that the calls lack.</summary>
    [SupplyParameterFromQuery]
    public string? Missing { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [Inject]
    private CallQueries Queries { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics { get; } = [LiveTopic.Call];

    /// <summary>Rows that move faster could not be read.</summary>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override object Question => (Project.Id, Project.Revision, Filter, After);

    private CallFilter Filter => new(
        Enum.TryParse<CallStatus>(Status, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
        Version,
        Project.CaptureFields.Exists(asked => asked.Key == Missing) ? Missing : null);

    private IEnumerable<int> Numbers
    {
        get
        {
            var newest = Enumerable.Range(0, Math.Min(Project.CurrentVersion, MostVersions)).Select(i => Project.CurrentVersion - i);
            return Version is { } asked && asked >= 1 && asked <= Project.CurrentVersion - MostVersions ? newest.Append(asked) : newest;
        }
    }

    private IReadOnlyList<PageView> Chips =>
    [
        new(Words["AllCalls"], Address(Filter with { Status = null }), Filter.Status is null),
        new(Words["Completed"], Address(Filter with { Status = CallStatus.Completed }), Filter.Status == CallStatus.Completed),
        new(Words["Failed"], Address(Filter with { Status = CallStatus.Failed, Missing = null }), Filter.Status == CallStatus.Failed),
    ];

    // A page further back stands still: what comes in stands before it.
    protected override bool Concerns(LiveChange change) => (change.Id == Project.Id || change.Id == 0) && After is null;

    protected override Task OnInitializedAsync()
    {
        _keys = Shortcuts.Scope(this, Words["Calls"])
            .Add("j", Words["Next"], _ => SelectAsync(_selected + 1))
            .Add("k", Words["Previous"], _ => SelectAsync(_selected - 1))
            .Add("enter", Words["OpenCall"], press => Open(press.CardId));
        return base.OnInitializedAsync();
    }

    protected override async Task<Load> AnswerAsync()
    {
        var asked = (Project.Id, Filter, After);
        var now = await Queries.ListAsync(Project, Filter, masked: !IsAdmin, After, cancellation: Gone);
        if (asked.Equals(_listed) && _slice.Rows.Count > 0)
        {
            // The same list: what is shown is as it is now, and what came since waits, as rows must not move under who reads them.
            var known = now.Rows.ToDictionary(row => row.Id);
            _slice = _slice with { Rows = [.. _slice.Rows.Select(row => known.GetValueOrDefault(row.Id, row))] };
            _newer = known.Keys.Except(_slice.Rows.Select(row => row.Id)).Count();
        }
        else
            (_listed, _slice, _newer, _selected) = (asked, now, 0, 0);
        return _slice.Rows.Count == 0 && _slice.LookedTo is null ? Load.Empty : Load.Full;
    }

    public override ValueTask DisposeAsync()
    {
        _keys?.Dispose();
        return base.DisposeAsync();
    }

    private Task ShowNewestAsync()
    {
        _listed = null;
        return RetryAsync();
    }

    private async Task SelectAsync(int index)
    {
        _selected = Math.Clamp(index, 0, Math.Max(0, _slice.Rows.Count - 1));
        StateHasChanged();
        await Js.InvokeVoidAsync("supportConsole.reveal", "[data-selected]");
    }

    private void Open(string? id)
    {
        if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var call))
            Addresses.NavigateTo(Links.Call(call));
    }

    private void Go(CallFilter filter) => Addresses.NavigateTo(Address(filter));

    private string Address(CallFilter filter, string? after = null) => QueryHelpers.AddQueryString(
        Links.ProjectCalls(Project.ExternalId),
        new Dictionary<string, string?>
        {
            ["status"] = filter.Status?.ToString().ToLowerInvariant(),
            ["version"] = filter.Version?.ToString(CultureInfo.InvariantCulture),
            ["missing"] = filter.Missing,
            ["after"] = after,
        });
}
