using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Notifications;

public sealed partial class Bell
{
    private const int Newest = 8;

    /// <summary>More is read as "many": an exact number would only widen the bar.</summary>
    private const int MostShown = 99;

    private long? _personId;
    private UnseenNotifications _unseen = UnseenNotifications.None;
    private IReadOnlyList<NotificationRow> _newest = [];

    [Inject]
    private NotificationReading Reading { get; set; } = default!;

    [Inject]
    private NotificationSeeing Seeing { get; set; } = default!;

    [Inject]
    private SharedReadings Shared { get; set; } = default!;

    [Inject]
    private IStringLocalizer<NotificationWords> Words { get; set; } = default!;

    [Inject]
    private AuthenticationStateProvider Signed { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Notification];

    protected override TimeSpan Lag => TimeSpan.FromMilliseconds(250);

    private string Count => _unseen.Count > MostShown ? Words["Many", MostShown] : Words["Number", _unseen.Count];

    protected override async Task OnInitializedAsync()
    {
        if ((await Signed.GetAuthenticationStateAsync()).User is var person && person.IsReader())
            _personId = person.Actor().PersonId;
        await base.OnInitializedAsync();
    }

    protected override object Question => _personId ?? 0;

    // The bell is on every page: what it cannot read must end none of them.
    protected override async Task<Load> AnswerAsync()
    {
        if (_personId is not { } person)
            return Load.Empty;
        _newest = (await Shared.GetAsync("newest notifications", [LiveTopic.Notification], () => Reading.ListAsync(take: Newest))).Rows;
        _unseen = await Shared.GetAsync(("unseen notifications", person), [LiveTopic.Notification], () => Reading.UnseenAsync(person));
        return _newest.Count == 0 ? Load.Empty : Load.Full;
    }

    private async Task MarkReadAsync()
    {
        if (_personId is { } person && _newest.Count > 0)
            await Seeing.SeenAsync(person, _newest[0].Id, Gone);
    }
}
