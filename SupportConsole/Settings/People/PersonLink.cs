namespace SupportConsole.Settings.People;

/// <summary>A password link just made, and whose it is.</summary>
internal sealed record PersonLink(string Name, string Text);
