namespace SupportConsole.Controls.Diff;

/// <summary>A stretch of a line; <paramref name="Changed"/> when it is what differs from the line's counterpart.</summary>
public sealed record DiffPiece(string Text, bool Changed);
