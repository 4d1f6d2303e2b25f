using Microsoft.AspNetCore.Components;

namespace SupportConsole.Shell;

/// <summary>The keys of one page or part: add them in OnInitialized, dispose with the component.</summary>
public sealed class ShortcutScope : IDisposable
{
    private readonly Shortcuts _owner;
    private readonly object _receiver;
    private readonly List<Shortcut> _shortcuts = [];

    internal ShortcutScope(Shortcuts owner, object receiver, string title)
    {
        (_owner, _receiver, Title) = (owner, receiver, title);
    }

    public string Title { get; }

    public IReadOnlyList<Shortcut> Shortcuts => _shortcuts;

    /// <param name="key">Lower case: "a", "enter"; two in a row with a space: "r 1".</param>
    /// <param name="label">What it does, for the list of shortcuts; null for what only a button presses.</param>
    /// <param name="run">Takes what the person saw when the key went down.</param>
    /// <param name="offered">When it means anything; always, when none is given.</param>
    public ShortcutScope Add(string key, string? label, Func<KeyPress, Task> run, Func<KeyPress, bool>? offered = null)
    {
        _shortcuts.Add(new(key, label, EventCallback.Factory.Create(_receiver, run)) { Offered = offered ?? (_ => true) });
        _owner.Tell();
        return this;
    }

    public ShortcutScope Add(string key, string label, Action<KeyPress> run)
    {
        _shortcuts.Add(new(key, label, EventCallback.Factory.Create(_receiver, run)));
        _owner.Tell();
        return this;
    }

    public void Dispose() => _owner.Close(this);
}
