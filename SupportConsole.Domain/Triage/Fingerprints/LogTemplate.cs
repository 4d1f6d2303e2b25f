namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>What lines of one kind have in common.</summary>
/// <param name="Fingerprint">Sixteen hexadecimal digits, from the first masked line of this kind; it stays when the template widens.</param>
/// <param name="Text">The line with <c>&lt;*&gt;</c> where values stand.</param>
public sealed record LogTemplate(string Fingerprint, string Text);
