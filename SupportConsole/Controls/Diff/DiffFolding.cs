namespace SupportConsole.Controls.Diff;

/// <summary>Folds long unchanged runs away, but keeps the heading of the section that a change is in.</summary>
public static class DiffFolding
{
    /// <summary>Fewer lines than this take no more room than the words that would stand for them.</summary>
    private const int ShortestFold = 3;

    /// <param name="lines">All lines of the comparison.</param>
    /// <param name="context">Unchanged lines that stay around a change.</param>
    /// <param name="unfolded">Runs that the reader opened, by the index of their first line.</param>
    public static IReadOnlyList<DiffRow> Rows(IReadOnlyList<DiffLine> lines, int context, IReadOnlySet<int> unfolded)
    {
        var shown = Shown(lines, context);
        var rows = new List<DiffRow>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i;
            while (end < lines.Count && !shown[end])
            {
                end++;
            }

            if (end - i >= ShortestFold && !unfolded.Contains(i))
            {
                rows.Add(new DiffRow(i, null, end - i));
                i = end;
                continue;
            }

            for (end = Math.Max(end, i + 1); i < end; i++)
            {
                rows.Add(new DiffRow(i, lines[i]));
            }
        }

        return rows;
    }

    private static bool[] Shown(IReadOnlyList<DiffLine> lines, int context)
    {
        var shown = new bool[lines.Count];
        var heading = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            heading = lines[i].IsHeading ? i : heading;
            if (lines[i].Kind == DiffKind.Same)
            {
                continue;
            }

            Array.Fill(shown, true, Math.Max(0, i - context), Math.Min(lines.Count - 1, i + context) - Math.Max(0, i - context) + 1);
            if (heading >= 0)
            {
                shown[heading] = true;
            }
        }

        return shown;
    }
}
