namespace SupportConsole.Triage;

/// <summary>Words of the triage pages: TriageWords.resx (English) and TriageWords.nl.resx.</summary>
public sealed class TriageWords;
