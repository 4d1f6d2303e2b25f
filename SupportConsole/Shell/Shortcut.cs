using Microsoft.AspNetCore.Components;

namespace SupportConsole.Shell;

/// <summary>One key ("a"), or two in a row ("r 1"), what it does in words, and what it runs.</summary>
public sealed record Shortcut(string Key, string Label, EventCallback<KeyPress> Run);
