using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>The inbox of cards: the list, the one card, and what is decided on it. Its address says all of it.</summary>
public sealed partial class SuggestionInboxPage
{
    // The others are looked up now and then: as chips they would push the rest off the line.
    private static readonly SuggestionView[] Everyday = [SuggestionView.Open, SuggestionView.Applied, SuggestionView.Judged, SuggestionView.Rejected];

    private readonly Queue<InboxAddress> _steps = [];
    private bool _failed, _moreComing, _canDecide;
    private string? _person;

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewName { get; set; }

    [SupplyParameterFromQuery(Name = "project")]
    private string? ProjectName { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? SortName { get; set; }

    [SupplyParameterFromQuery(Name = "card")]
    private string? CardName { get; set; }

    [SupplyParameterFromQuery(Name = "preview")]
    private string? PreviewName { get; set; }

    /// <summary>Comes anew twice a minute: time alone opens a snoozed card.</summary>
    [CascadingParameter]
    private Clock? Tick { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private SuggestionInbox Inbox { get; set; } = default!;

    [Inject]
    private SuggestionWording Wording { get; set; } = default!;

    [Inject]
    private IStringLocalizer<SuggestionWords> Words { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private ILogger<SuggestionInboxPage> Log { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Suggestion];

    private InboxAddress Address { get; set; } = InboxAddress.Parse(null, null, null, null, null);

    private InboxAddress Given => InboxAddress.Parse(ViewName, ProjectName, SortName, CardName, PreviewName);

    private SuggestionDetail? Shown => Inbox.Shown;

    private SuggestionView View => Inbox.List?.Filter.View ?? Address.View ?? SuggestionView.Open;

    private Load State => _failed ? Load.Failed
        : Inbox.List is null ? Load.Loading
        : Inbox.List.Entries.Count == 0 && Shown is null && Address.Card is null ? Load.Empty
        : Load.Full;

    private IReadOnlyList<(SuggestionView View, PageView Chip)> Views =>
        [.. Enum.GetValues<SuggestionView>().Select(view => (view, new PageView(
            Wording.View(view),
            new InboxAddress(view, Address.Project, null, null, false).ToString(),
            view == View,
            Inbox.Counts.TryGetValue(view, out var count) ? count : null,
            SuggestionQueries.CountCap)))];

    public override ValueTask DisposeAsync()
    {
        Connection.Back -= Again;
        _keys?.Dispose();
        _offer?.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        var person = Authentication is null ? new ClaimsPrincipal() : (await Authentication).User;
        (_canDecide, _person) = (person.IsInRole(Roles.Admin), person.FindFirstValue(ClaimTypes.NameIdentifier));
        Address = Given;
        OpenKeys();
        Connection.Back += Again;
        await base.OnInitializedAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        var given = Given;
        if (_steps.Contains(given))
        {
            // Our own steps come back one by one; only the last of them is where we are.
            while (_steps.Dequeue() != given)
            {
            }

            if (_steps.Count > 0)
                return;
        }
        else
            _steps.Clear();

        var before = Address;
        Address = given;
        if (given == before)
        {
            if (Inbox is { List: not null, IsDue: true })
                await ReadAsync();
            return;
        }

        (_choice, _notice) = (Choice.None, null);
        await ReadAsync();
        if (!given.SameList(before) && !_failed)
            await StartAgainAsync(); // Coming to a list is asking for it as it is now.
    }

    protected override async Task ReadAsync()
    {
        try
        {
            await Inbox.ReadAsync(Address, Gone);
            _failed = false;
            OfferCommands();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What was shown may be out of date now: saying so is better than letting somebody decide on it.
            Log.LogError(fault, "The inbox could not be read");
            _failed = true;
        }
    }

    private string HrefOf(long card) => HrefOf((long?)card);

    private string HrefOf(long? card) => (Address with { Card = card, Preview = false }).ToString();

    private bool IsSnoozed(Suggestion card) => card.Status == SuggestionStatus.Pending && card.SnoozedUntil > Clock.GetUtcNow().UtcDateTime;

    private Task StartAgainAsync() => Inbox.StartAgainAsync(Gone);

    private async Task MoreAsync()
    {
        _moreComing = true;
        await Inbox.MoreAsync(Gone);
        _moreComing = false;
    }

    private void Sort(ChangeEventArgs chosen) =>
        Addresses.NavigateTo((Address with { Sort = Enum.Parse<SuggestionSort>((string)chosen.Value!), Card = null, Preview = false }).ToString());

    private void Visit(ChangeEventArgs chosen) =>
        Addresses.NavigateTo(chosen.Value as string is { Length: > 0 } href ? href : new InboxAddress(null, Address.Project, null, null, false).ToString());

    private void Narrow(ChangeEventArgs chosen) =>
        Addresses.NavigateTo((Address with { Project = chosen.Value as string is { Length: > 0 } id ? id : null, Card = null, Preview = false }).ToString());

    /// <summary>Moves at once and lets the address follow, so that keys pressed in a row do not wait for the browser.</summary>
    private void Go(InboxAddress to, bool replace)
    {
        if (to == Address)
            return;
        Address = to;
        _steps.Enqueue(to);
        Addresses.NavigateTo(to.ToString(), replace: replace);
    }
}
