using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Notifications;

/// <summary>Every notification, newest first. What comes while somebody reads waits behind the pill.</summary>
public sealed partial class NotificationsPage
{
    private const int PageLength = 40;

    private long _personId;
    private long? _top;
    private int _newer;
    private NotificationPage _page = new([], null);
    private UnseenNotifications _unseen = UnseenNotifications.None;
    private ShortcutScope? _keys;

    /// <summary>The last of the page before.</summary>
    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    [Inject]
    private NotificationReading Reading { get; set; } = default!;

    [Inject]
    private NotificationSeeing Seeing { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<NotificationWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Notification];

    protected override object Question => (Before, 0);

    private string Count => _unseen.Count >= NotificationReading.CountCap ? Words["Many", NotificationReading.CountCap - 1] : Words["Number", _unseen.Count];

    protected override async Task OnInitializedAsync()
    {
        _keys = Shortcuts.Scope(this, Words["Notifications"]).Add("m", Words["MarkAllRead"], _ => MarkReadAsync());
        _personId = (await Actor.GetAsync()).PersonId ?? 0;
        await base.OnInitializedAsync();
    }

    protected override async Task<Load> AnswerAsync()
    {
        // Once something is shown, its first line stays the first until the pill is pressed.
        _top = Before is null ? _top : null;
        _page = await Reading.ListAsync(Before ?? _top + 1, PageLength, cancellation: Gone);
        _unseen = await Reading.UnseenAsync(_personId, Gone);
        _top = Before is null && _page.Rows.Count > 0 ? _page.Rows[0].Id : null;
        _newer = _top is { } top ? await Reading.CountAfterAsync(top, Gone) : 0;
        return _page.Rows.Count == 0 ? Load.Empty : Load.Full;
    }

    public override ValueTask DisposeAsync()
    {
        _keys?.Dispose();
        return base.DisposeAsync();
    }

    private async Task ShowNewestAsync()
    {
        _top = null;
        await ReadAsync();
    }

    private async Task MarkReadAsync()
    {
        // What waits behind the pill was not seen.
        if (_unseen.Count > 0 && _page.Rows.Count > 0)
            await Seeing.SeenAsync(_personId, _page.Rows[0].Id, Gone);
    }
}
