using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Live;
using SupportConsole.Shell;

namespace SupportConsole.Health;

public sealed partial class EventHealth
{
    /// <summary>A worker that stands announces nothing: what waits is then seen by the clock alone.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private bool _alive = true;
    private EventBacklog _backlog = new(0, null, 0);
    private FailedEventPage _failed = new([], null);
    private bool _busy;

    [Parameter]
    public long? Before { get; set; }

    [Inject]
    private EventQueries Events { get; set; } = default!;

    [Inject]
    private EventWorker Worker { get; set; } = default!;

    [Inject]
    private EventRetry Retries { get; set; } = default!;

    [Inject]
    private SharedReadings Shared { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<HealthWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Call];

    protected override object Question => (nameof(EventHealth), Before);

    public override ValueTask DisposeAsync()
    {
        _timer?.Dispose();
        return base.DisposeAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _timer = Clock.CreateTimer(_ => Again(), state: null, Every, Every);
    }

    protected override async Task<Load> AnswerAsync()
    {
        _alive = Worker.IsAlive;
        _backlog = await Shared.GetAsync(nameof(EventBacklog), [LiveTopic.Call], () => Events.BacklogAsync());
        _failed = await Events.FailedAsync(masked: !IsAdmin, Before, cancellation: Gone);
        return Load.Full;
    }

    private string Number(int count) => count >= EventQueries.CountCap
        ? Words["Many", EventQueries.CountCap]
        : count.ToString("N0", CultureInfo.CurrentCulture);

    private Task RetryOneAsync(FailedEvent row) => DoAsync(async actor =>
        Toasts.Show(
            await Retries.RetryAsync(row.Id, actor, Gone) ? Words["Retried", row.ExternalId] : Words["RetriedBefore", row.ExternalId],
            Tone.Good));

    private Task RetryAllAsync() => DoAsync(async actor => Toasts.Show(Words["RetriedAll", await Retries.RetryAllAsync(actor, Gone)], Tone.Good));

    private async Task DoAsync(Func<Domain.Access.Actor, Task> work)
    {
        _busy = true;
        try
        {
            await work(await Actor.GetAsync());
        }
        finally
        {
            _busy = false;
        }
    }
}
