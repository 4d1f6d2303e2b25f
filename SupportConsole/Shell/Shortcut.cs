using Microsoft.AspNetCore.Components;

namespace SupportConsole.Shell;

/// <summary>
/// One key ("a"), or two in a row ("r 1"), what it does in words, and what it runs. A name that is on no keyboard is pressed by
/// a button with data-press alone and has no words: it is not in the list of shortcuts.
/// </summary>
public sealed record Shortcut(string Key, string? Label, EventCallback<KeyPress> Run)
{
    /// <summary>Whether it means anything for what was seen; where it does not, the key goes to the next scope that knows it.</summary>
    public Func<KeyPress, bool> Offered { get; init; } = _ => true;
}
