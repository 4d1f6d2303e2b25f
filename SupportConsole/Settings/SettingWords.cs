namespace SupportConsole.Settings;

/// <summary>Names each setting, says why its default is what it is, and holds the words around them: SettingWords.resx (English) and
/// SettingWords.nl.resx. The rules of the options classes are keys here as they stand there.</summary>
public sealed class SettingWords;
