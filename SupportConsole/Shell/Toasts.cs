using SupportConsole.Controls;

namespace SupportConsole.Shell;

/// <summary>
/// Says what just happened, with a way back: undo instead of "are you sure". One list per circuit, used on its dispatcher.
/// </summary>
public sealed class Toasts
{
    private const int UsualSeconds = 8;

    // More than this would cover what the person is working on; the oldest leaves.
    private const int MostShown = 4;

    private readonly List<Toast> _shown = [];

    public event Action? Changed;

    public IReadOnlyList<Toast> Shown => _shown;

    /// <summary>The one that the key U takes back.</summary>
    public Toast? NewestUndo => _shown.LastOrDefault(toast => toast.Undo is not null);

    public void Show(
        string text, Tone tone = Tone.Neutral, Func<Task>? undo = null, int seconds = UsualSeconds, object? about = null,
        ToastLink? link = null, string? undoWord = null)
    {
        if (about is not null)
            _shown.RemoveAll(toast => about.Equals(toast.About));
        _shown.Add(new(text, tone, undo, TimeSpan.FromSeconds(seconds), about, link, undoWord));
        if (_shown.Count > MostShown)
            _shown.RemoveAt(0);
        Changed?.Invoke();
    }

    public void Close(Toast toast)
    {
        if (_shown.Remove(toast))
            Changed?.Invoke();
    }

    /// <summary>Takes it back, once: the toast is gone before the work starts, so that a second press finds nothing.</summary>
    public async Task UndoAsync(Toast toast)
    {
        if (toast.Undo is null || !_shown.Remove(toast))
            return;
        Changed?.Invoke();
        await toast.Undo();
    }

    /// <summary>Time has passed: what is not held grows old, and leaves when its time is up.</summary>
    public void Pass(TimeSpan time)
    {
        foreach (var toast in _shown.Where(toast => !toast.Held))
            toast.Left -= time;
        if (_shown.RemoveAll(toast => toast.Left <= TimeSpan.Zero) > 0)
            Changed?.Invoke();
    }
}
