namespace SupportConsole.Controls.Diff;

/// <summary>A row on screen: a line, or a run of unchanged lines folded away (then <paramref name="Line"/> is null).</summary>
/// <param name="At">Index of the line, or of the first folded one: what unfolding names it by.</param>
/// <param name="Folded">How many lines are folded here.</param>
public sealed record DiffRow(int At, DiffLine? Line, int Folded = 0);
