using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;

namespace SupportConsole.Shell;

public sealed partial class ToastHost : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private ITimer? _timer;
    private ShortcutScope? _undoKey;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ShellWords> Words { get; set; } = default!;

    [Inject]
    private ILogger<ToastHost> Log { get; set; } = default!;

    protected override void OnInitialized() => Toasts.Changed += Refresh;

    public void Dispose()
    {
        Toasts.Changed -= Refresh;
        _timer?.Dispose();
        _undoKey?.Dispose();
    }

    private void Refresh() => _ = InvokeAsync(() =>
    {
        // An empty screen costs nothing: the timer runs only while something is shown.
        if (Toasts.Shown.Count == 0)
        {
            _timer?.Dispose();
            _timer = null;
        }
        else
            _timer ??= Clock.CreateTimer(_ => _ = InvokeAsync(() => Toasts.Pass(Step)), state: null, Step, Step);

        OfferUndoKey();
        StateHasChanged();
    });

    // Last: where the page shows something that U takes back, U is about that and not about what was done before.
    private void OfferUndoKey()
    {
        if (Toasts.NewestUndo is null)
        {
            _undoKey?.Dispose();
            _undoKey = null;
        }
        else
            _undoKey ??= Shortcuts.Scope(this, Words["Everywhere"], last: true).Add("u", Words["UndoNewest"], UndoNewestAsync);
    }

    private Task UndoNewestAsync(KeyPress press) => Toasts.NewestUndo is { } toast ? UndoAsync(toast) : Task.CompletedTask;

    private async Task UndoAsync(Toast toast)
    {
        try
        {
            await Toasts.UndoAsync(toast);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Without a word here the person would believe it was taken back.
            Log.LogError(fault, "Undo failed: {Text}", toast.Text);
            Toasts.Show(Words["UndoFailed", toast.Text], Tone.Bad);
        }
    }
}
