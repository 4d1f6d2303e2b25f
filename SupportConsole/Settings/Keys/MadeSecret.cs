namespace SupportConsole.Settings.Keys;

/// <summary>A key or secret just made: it is known here alone, until it is put away.</summary>
internal sealed record MadeSecret(string Name, string Secret, bool CanRead);
