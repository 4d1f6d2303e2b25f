using System.Text.RegularExpressions;
using DiffPlex;

namespace SupportConsole.Controls.Diff;

/// <summary>What differs inside a line that took another's place, word by word.</summary>
public static partial class WordDiff
{
    /// <summary>Lines with less than this in common are two lines, not one that changed: marks all over them would say nothing.</summary>
    private const double LeastAlike = 0.35;

    /// <summary>Longer lines are shown whole: comparing their words could keep a page waiting.</summary>
    private const int LongestLine = 8_000;

    /// <summary>A line and what took its place; the differing words are marked when the two are alike.</summary>
    public static (DiffLine Before, DiffLine After, bool Alike) Compare(string before, string after)
    {
        if (before.Length > LongestLine || after.Length > LongestLine)
        {
            return Whole(before, after);
        }

        var diff = new Differ().CreateCustomDiffs(before, after, false, Words);
        var (old, now) = (new bool[diff.PiecesOld.Length], new bool[diff.PiecesNew.Length]);
        foreach (var block in diff.DiffBlocks)
        {
            Array.Fill(old, true, block.DeleteStartA, block.DeleteCountA);
            Array.Fill(now, true, block.InsertStartB, block.InsertCountB);
        }

        var common = diff.PiecesOld.Where((word, i) => !old[i] && !string.IsNullOrWhiteSpace(word)).Sum(word => word.Length);
        return common < LeastAlike * Math.Min(Weight(before), Weight(after)) || common == 0
            ? Whole(before, after)
            : (new DiffLine(DiffKind.Removed, Pieces(diff.PiecesOld, old)), new DiffLine(DiffKind.Added, Pieces(diff.PiecesNew, now)), true);
    }

    private static (DiffLine, DiffLine, bool) Whole(string before, string after) =>
        (new DiffLine(DiffKind.Removed, before), new DiffLine(DiffKind.Added, after), false);

    private static int Weight(string text) => text.Count(c => !char.IsWhiteSpace(c));

    private static string[] Words(string line) => [.. Word().Matches(line).Select(match => match.Value)];

    /// <summary>Neighbours that share their mark become one piece; a space between two marked words is marked with them.</summary>
    private static List<DiffPiece> Pieces(string[] words, bool[] changed)
    {
        var pieces = new List<DiffPiece>();
        for (var i = 0; i < words.Length; i++)
        {
            var marked = changed[i]
                || (string.IsNullOrWhiteSpace(words[i]) && i > 0 && changed[i - 1] && i + 1 < words.Length && changed[i + 1]);
            if (pieces.Count > 0 && pieces[^1].Changed == marked)
            {
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + words[i] };
            }
            else
            {
                pieces.Add(new DiffPiece(words[i], marked));
            }
        }

        return pieces;
    }

    [GeneratedRegex(@"[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Word();
}
