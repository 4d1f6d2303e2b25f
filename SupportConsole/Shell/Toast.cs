using SupportConsole.Controls;

namespace SupportConsole.Shell;

/// <summary>One message at the foot of the screen, and the way back if there is one.</summary>
public sealed class Toast(string text, Tone tone, Func<Task>? undo, TimeSpan shownFor, object? about, ToastLink? link, string? undoWord)
{
    public string Text { get; } = text;

    public Tone Tone { get; } = tone;

    public Func<Task>? Undo { get; } = undo;

    /// <summary>What the way back is called, where "Undo" would not say it.</summary>
    public string? UndoWord { get; } = undoWord;

    /// <summary>Where what came of it is to be seen.</summary>
    public ToastLink? Link { get; } = link;

    /// <summary>What was acted on: a later toast about the same takes its place, as its way back is no longer one.</summary>
    public object? About { get; } = about;

    /// <summary>How much longer it stays.</summary>
    public TimeSpan Left { get; internal set; } = shownFor;

    /// <summary>The pointer or the focus is on it: it waits.</summary>
    public bool Held { get; internal set; }
}
