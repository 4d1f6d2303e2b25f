namespace SupportConsole.Controls.Diff;

/// <summary>Names the words of the comparison: DiffWords.resx (English) and DiffWords.nl.resx.</summary>
public sealed class DiffWords;
