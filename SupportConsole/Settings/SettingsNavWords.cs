namespace SupportConsole.Settings;

/// <summary>Names the pages of the settings: SettingsNavWords.resx (English) and SettingsNavWords.nl.resx.</summary>
public sealed class SettingsNavWords;
