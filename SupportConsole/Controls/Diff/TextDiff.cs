using DiffPlex;
using DiffPlex.Model;

namespace SupportConsole.Controls.Diff;

/// <summary>What differs between two texts, line by line.</summary>
public static class TextDiff
{
    /// <summary>Beyond this the comparison could keep a page waiting for seconds; what differs is then shown as one block.</summary>
    private const int MostLines = 4_000;

    /// <summary>The lines of both texts in reading order: what was removed stands above what took its place.</summary>
    public static IReadOnlyList<DiffLine> Lines(string? before, string after)
    {
        var old = Split(before);
        var now = Split(after);
        var lines = new List<DiffLine>(Math.Max(old.Length, now.Length));
        var at = 0;
        foreach (var block in Blocks(old, now))
        {
            lines.AddRange(old[at..block.DeleteStartA].Select(text => new DiffLine(DiffKind.Same, text)));
            at = block.DeleteStartA + block.DeleteCountA;
            lines.AddRange(Changed(old[block.DeleteStartA..at], now[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]));
        }

        lines.AddRange(old[at..].Select(text => new DiffLine(DiffKind.Same, text)));
        return lines;
    }

    /// <summary>The line break at the very end opens no line of its own; a text that is not there has no lines.</summary>
    private static string[] Split(string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static IList<DiffBlock> Blocks(string[] old, string[] now)
    {
        var (oldText, nowText) = (string.Join('\n', old), string.Join('\n', now));
        if (oldText.Length > 0 && nowText.Length > 0 && old.Length + now.Length <= MostLines)
        {
            return new Differ().CreateCustomDiffs(oldText, nowText, ignoreWhiteSpace: false, text => text.Split('\n')).DiffBlocks;
        }

        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old[head..].Reverse().Zip(now[head..].Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return [new DiffBlock(head, old.Length - head - tail, head, now.Length - head - tail)];
    }

    private static IEnumerable<DiffLine> Changed(string[] removed, string[] added)
    {
        var pairs = removed.Zip(added, WordDiff.Compare).ToList();
        var gone = removed.Select((text, i) => i < pairs.Count ? pairs[i].Before : new DiffLine(DiffKind.Removed, text));
        var come = added.Select((text, i) => i < pairs.Count ? pairs[i].After : new DiffLine(DiffKind.Added, text));

        // Line under line reads best where each has its counterpart; else all that went above all that came.
        return removed.Length == added.Length && pairs.TrueForAll(pair => pair.Alike)
            ? pairs.SelectMany(pair => new[] { pair.Before, pair.After })
            : gone.Concat(come);
    }
}
