namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>What makes an error one of its kind: its type, what its message has in common with others, and where in the code it happened.</summary>
/// <param name="Fingerprint">Sixteen hexadecimal digits; the same for the same error whatever its values and line numbers.</param>
/// <param name="Frames">The topmost places in the code, innermost first, without line numbers.</param>
public sealed record ErrorSignature(string Fingerprint, string Type, string Template, IReadOnlyList<string> Frames);
