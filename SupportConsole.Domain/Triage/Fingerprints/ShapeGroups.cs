namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>
/// Puts shapes of one length into groups of one template each. As in Brain (Yu and others, 2023): the words of a line that are equally
/// frequent at their places are the longest common pattern and the root of a group; the columns that differ below it split the group while
/// they hold few different words, and are values otherwise.
/// </summary>
internal static class ShapeGroups
{
    // Up to so many different words in one place are kinds of lines (opened, closed); more are values. States are many.
    private const int Few = 4;
    private const int FewStates = 12;

    public static List<List<LogShape>> Of(IReadOnlyList<LogShape> shapes)
    {
        var groups = new List<List<LogShape>>();
        if (shapes.Count < 2)
            return [.. shapes.Select(shape => new List<LogShape> { shape })];
        var frequencies = Frequencies(shapes);
        foreach (var root in shapes.GroupBy(shape => Root(shape, frequencies)).OrderBy(root => root.Min(shape => shape.Order)))
            Split([.. root], groups);
        return groups;
    }

    private static Dictionary<string, long>[] Frequencies(IReadOnlyList<LogShape> shapes)
    {
        var columns = new Dictionary<string, long>[shapes[0].Words.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var shape in shapes)
            {
                columns[column].TryGetValue(shape.Words[column], out var lines);
                columns[column][shape.Words[column]] = lines + shape.Lines;
            }
        }

        return columns;
    }

    /// <summary>The longest common pattern of a shape as text: the words that are equally frequent, the more and the more frequent the better, and its marks.</summary>
    private static string Root(LogShape shape, Dictionary<string, long>[] frequencies)
    {
        var counts = new Dictionary<long, int>();
        for (var column = 0; column < shape.Words.Length; column++)
        {
            if (IsWord(shape.Words[column]))
            {
                var frequency = frequencies[column][shape.Words[column]];
                counts[frequency] = counts.GetValueOrDefault(frequency) + 1;
            }
        }

        var root = counts.Count == 0 ? 0 : counts.MaxBy(pair => pair.Key == 1 ? 0 : pair.Value * pair.Value * Math.Log2(1 + pair.Key)).Key;
        return string.Join(' ', shape.Words.Select((word, column) => word == LogShape.Value ? "" : !IsWord(word) || frequencies[column][word] == root ? word : ""));
    }

    private static void Split(List<LogShape> group, List<List<LogShape>> groups)
    {
        var column = Dividing(group);
        if (column < 0)
        {
            groups.Add(group);
            return;
        }

        foreach (var part in group.GroupBy(shape => shape.Words[column], StringComparer.Ordinal))
            Split([.. part], groups);
    }

    /// <summary>
    /// The differing column with the fewest different words, if so few that they must be words and no values, or if without it the lines had
    /// less in common than not; -1 when the group is of one kind.
    /// </summary>
    private static int Dividing(List<LogShape> group)
    {
        var (best, fewest, common, differing) = (-1, int.MaxValue, 0, 0);
        var few = false;
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var column = 0; column < group[0].Words.Length; column++)
        {
            words.Clear();
            foreach (var shape in group)
                words.Add(shape.Words[column]);
            if (words.Count == 1)
            {
                common += IsWord(group[0].Words[column]) ? 1 : 0;
                continue;
            }

            // What is a value in one line is one in all.
            if (words.Contains(LogShape.Value))
                continue;
            differing++;
            var isFew = words.Count <= (words.All(IsState) ? FewStates : Few);
            if (isFew == few ? words.Count < fewest : isFew)
                (best, fewest, few) = (column, words.Count, isFew);
        }

        return few || common < differing ? best : -1;
    }

    /// <summary>ASSIGNED, FAIL_CLEANUP: a name that a program has for its states, of which it may have many.</summary>
    private static bool IsState(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c) && c != '_')
                return false;
        }

        return word.Length > 2;
    }

    public static bool IsWord(string word) => word != LogShape.Value && (word.Length > 1 || char.IsLetterOrDigit(word[0]));
}
