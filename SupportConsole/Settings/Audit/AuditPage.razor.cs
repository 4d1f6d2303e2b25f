using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Live;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Audit;

public sealed partial class AuditPage : LiveComponent
{
    private AuditSlice _slice = new([], More: false);
    private IReadOnlyList<string> _known = [];
    private Load _load = Load.Loading;
    private int _newer;
    private bool _admin;

    [SupplyParameterFromQuery]
    private string? Who { get; set; }

    [SupplyParameterFromQuery]
    private string? Action { get; set; }

    [SupplyParameterFromQuery]
    private string? Target { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private long? Before { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private AuditQueries Queries { get; set; } = default!;

    [Inject]
    private Domain.Access.People People { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private ILogger<AuditPage> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<AuditWords> Words { get; set; } = default!;

    // Each of these is changed together with an entry of the audit.
    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Suggestion, LiveTopic.Project, LiveTopic.Access, LiveTopic.Setting];

    private AuditAddress Address => AuditAddress.Parse(Who, Action, Target, From, To);

    protected override async Task OnInitializedAsync()
    {
        _admin = (await Authentication).User.IsInRole(Roles.Admin);
        _known = [.. (await People.ListAsync(cancellation: Gone)).Select(person => person.Email).Append(Actor.System.Name)];
        await base.OnInitializedAsync();
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <summary>What came meanwhile waits behind a pill: rows must not move under somebody who reads them.</summary>
    protected override async Task ReadAsync()
    {
        if (_load is Load.Empty)
            await LoadAsync();
        else if (_load is Load.Full && Before is null)
            _newer = await Queries.CountNewerAsync(Address.Filter(Time), _slice.Rows[0].Id, cancellation: Gone);
    }

    private async Task LoadAsync()
    {
        try
        {
            _slice = await Queries.ListAsync(Address.Filter(Time), Before, cancellation: Gone);
            _load = _slice.Rows.Count == 0 ? Load.Empty : Load.Full;
            _newer = 0;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "The audit could not be read");
            _load = Load.Failed;
        }
    }

    private Task ShowNewestAsync() => LoadAsync();

    private string Done(AuditRow row)
    {
        // To show a card again is a snooze until nothing.
        var done = Words[$"Action.{row.Action}{(row.Action == "suggestion.snoozed" && !row.Detail.Contains("\"until\":\"", StringComparison.Ordinal) ? ".over" : "")}"];
        return $"{(done.ResourceNotFound ? row.Action : done.Value)}:";
    }
}
