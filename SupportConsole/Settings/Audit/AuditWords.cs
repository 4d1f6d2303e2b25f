namespace SupportConsole.Settings.Audit;

/// <summary>Names the words of the audit: AuditWords.resx (English) and AuditWords.nl.resx. Each action in <see cref="AuditActions"/>
/// has a word there, and the thing it was done to follows it.</summary>
public sealed class AuditWords;
