namespace SupportConsole.Settings.Catalogue;

/// <summary>Words of the catalogue of changes: CatalogueWords.resx (English) and CatalogueWords.nl.resx.</summary>
public sealed class CatalogueWords;
