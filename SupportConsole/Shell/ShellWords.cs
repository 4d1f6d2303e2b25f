namespace SupportConsole.Shell;

/// <summary>Names the words of the frame: ShellWords.resx (English) and ShellWords.nl.resx.</summary>
public sealed class ShellWords;
