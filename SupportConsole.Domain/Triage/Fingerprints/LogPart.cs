namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>A word or mark of a line, or a value that stands where other lines have another one.</summary>
internal readonly record struct LogPart(int Start, int Length, LogPartKind Kind);

internal enum LogPartKind : byte
{
    Word,

    /// <summary>A bracket, quote or sign that belongs to the shape of the line.</summary>
    Mark,

    /// <summary>A number, identifier, address, path, quoted text or the value of a key: masked.</summary>
    Value,
}
