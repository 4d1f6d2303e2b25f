namespace SupportConsole.Imports;

/// <summary>Words of the import of history: ImportWords.resx (English) and ImportWords.nl.resx.</summary>
public sealed class ImportWords;
