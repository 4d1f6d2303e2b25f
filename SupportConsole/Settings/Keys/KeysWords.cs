namespace SupportConsole.Settings.Keys;

/// <summary>Names the words of keys and webhooks: KeysWords.resx (English) and KeysWords.nl.resx.</summary>
public sealed class KeysWords;
