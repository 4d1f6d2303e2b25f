using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Live;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Keys;

public sealed partial class WebhooksPart : LiveComponent
{
    private const int PageSize = 100;

    /// <summary>The kinds that something listens to: a webhook of another would be refused everywhere.</summary>
    private static readonly WebhookKind[] Received = [WebhookKind.CallEnded];

    private IReadOnlyList<WebhookRow> _rows = [];
    private Load _load = Load.Loading;
    private MadeSecret? _made;
    private string _madeExample = "";
    private string _example = "";
    private long? _open;
    private string _name = "";
    private WebhookKind _kind = Received[0];
    private string? _fault;
    private int _shown = PageSize;
    private bool _more;

    [Inject]
    private Webhooks Webhooks { get; set; } = default!;

    [Inject]
    private CallExamples Examples { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private ILogger<WebhooksPart> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<KeysWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Access];

    protected override async Task ReadAsync()
    {
        try
        {
            var rows = await Webhooks.ListAsync(take: _shown + 1, cancellation: Gone);
            (_rows, _more) = ([.. rows.Take(_shown)], rows.Count > _shown);
            _load = _rows.Count == 0 ? Load.Empty : Load.Full;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "The webhooks could not be read");
            _load = Load.Failed;
        }
    }

    private Task ShowMoreAsync()
    {
        _shown += PageSize;
        return ReadAsync();
    }

    private async Task ShowExampleAsync(WebhookRow webhook)
    {
        _open = _open == webhook.Id ? null : webhook.Id;
        _example = await Examples.CallEndedAsync(webhook.Name, secret: null, Gone);
    }

    private async Task AddAsync()
    {
        var name = _name.Trim();
        _fault = AccessRules.CallerNamePattern().IsMatch(name) ? null : Words["Fault.name"].Value;
        if (_fault is not null)
            return;
        if (await Webhooks.AddAsync(name, _kind, await Who.GetAsync()) is not { } secret)
        {
            _fault = Words["Fault.takenWebhook"];
            return;
        }

        _madeExample = await Examples.CallEndedAsync(name, secret, Gone);
        (_made, _name, _open) = (new(name, secret, CanRead: false), "", null);
        await ReadAsync();
    }

    private async Task RevokeAsync(WebhookRow webhook)
    {
        await Webhooks.RevokeAsync(webhook.Name, await Who.GetAsync());
        await ReadAsync();
        Toasts.Show(Words["RevokedDone", webhook.Name], Tone.Good);
    }
}
