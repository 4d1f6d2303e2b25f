namespace SupportConsole.Shell;

/// <summary>Where a toast leads.</summary>
public sealed record ToastLink(string Text, string Href);
