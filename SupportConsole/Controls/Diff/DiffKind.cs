namespace SupportConsole.Controls.Diff;

/// <summary>What became of a line between two texts.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}
