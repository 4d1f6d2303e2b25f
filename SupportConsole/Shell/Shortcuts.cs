namespace SupportConsole.Shell;

/// <summary>
/// The keys that work right now. A page opens a scope when it starts and disposes it when it goes; where two scopes offer the
/// same key for what was seen, the newer one has it.
/// </summary>
public sealed class Shortcuts
{
    private readonly List<ShortcutScope> _scopes = [];

    public event Action? Changed;

    public IReadOnlyList<ShortcutScope> Scopes => _scopes;

    public IEnumerable<string> Keys => _scopes.SelectMany(scope => scope.Shortcuts).Select(shortcut => shortcut.Key).Distinct();

    /// <param name="receiver">The component whose work the keys are: it is drawn again after each.</param>
    /// <param name="title">What the keys are grouped under in the list of shortcuts.</param>
    /// <param name="last">It has only what no other scope offers, however new it is.</param>
    public ShortcutScope Scope(object receiver, string title, bool last = false)
    {
        var scope = new ShortcutScope(this, receiver, title);
        _scopes.Insert(last ? 0 : _scopes.Count, scope);
        return scope;
    }

    /// <summary>A key that no scope knows any more does nothing: the page that offered it has gone.</summary>
    public Task PressAsync(KeyPress press) =>
        Enumerable.Reverse(_scopes).SelectMany(scope => scope.Shortcuts).FirstOrDefault(shortcut => shortcut.Key == press.Key && shortcut.Offered(press)) is { } found
            ? found.Run.InvokeAsync(press)
            : Task.CompletedTask;

    internal void Close(ShortcutScope scope)
    {
        if (_scopes.Remove(scope))
            Changed?.Invoke();
    }

    internal void Tell() => Changed?.Invoke();
}
