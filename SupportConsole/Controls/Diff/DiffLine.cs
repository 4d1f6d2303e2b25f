namespace SupportConsole.Controls.Diff;

/// <summary>One line of either text. The pieces together are the line.</summary>
public sealed record DiffLine(DiffKind Kind, IReadOnlyList<DiffPiece> Pieces)
{
    public DiffLine(DiffKind kind, string text)
        : this(kind, [new DiffPiece(text, false)])
    {
    }

    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>Whether it opens a section of the instructions.</summary>
    public bool IsHeading => Text.StartsWith("## ", StringComparison.Ordinal);
}
