using nietras.SeparatedValues;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>A quote that makes lines one that are not: it swallows what follows, up to the next quote or to the end of the file.</summary>
/// <param name="Line">Where it is opened.</param>
/// <param name="IsClosed">A later quote closes it, though no value ends there.</param>
/// <param name="Last">The last line that was read as one with it.</param>
/// <param name="Lines">How many lines were.</param>
internal readonly record struct StrayQuote(long Line, bool IsClosed, long Last, long Lines)
{
    public string Fault => IsClosed
        ? $"A quote opened on line {Line} is closed in the middle of a value; the lines from there to line {Last} were read as one."
        : $"A quote opened on line {Line} is never closed; the lines from there to the end were read as one.";

    /// <summary>
    /// The first in a row; null where its quotes are those of whole values, line breaks in these included. Two within a line (6" by 4") are
    /// left to be what they are. To be asked before any value is read: reading takes the quotes away.
    /// </summary>
    public static StrayQuote? In(SepReader.Row row, string separator)
    {
        var text = row.Span;
        var (opened, stray) = (-1, -1);
        for (var at = text.IndexOf('"'); at >= 0; at = Next(text, at + 1))
        {
            if (opened < 0)
            {
                opened = at;
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                at++; // A doubled one stands for itself.
            }
            else
            {
                if (stray < 0 && text[opened..at].Contains('\n') && !(BeginsValue(text[..opened], separator[0]) && EndsValue(text[(at + 1)..], separator[0])))
                {
                    stray = opened;
                }

                opened = -1;
            }
        }

        var first = stray < 0 ? opened : stray;
        return first < 0 ? null : Of(row, first, isClosed: opened < 0);
    }

    private static StrayQuote Of(SepReader.Row row, int opened, bool isClosed)
    {
        var lines = 1 + row.Span.TrimEnd("\r\n").Count('\n');
        return new StrayQuote(row.LineNumberFrom + row.Span[..opened].Count('\n'), isClosed, row.LineNumberFrom + lines - 1, lines);
    }

    private static int Next(ReadOnlySpan<char> text, int from) => text[from..].IndexOf('"') is >= 0 and var at ? from + at : -1;

    private static bool BeginsValue(ReadOnlySpan<char> before, char separator) => before.TrimEnd(' ') is not [.., var last] || last == separator;

    private static bool EndsValue(ReadOnlySpan<char> after, char separator) => after.TrimStart(' ') is not [var next, ..] || next == separator || next is '\r' or '\n';
}
