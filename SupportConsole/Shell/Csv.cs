namespace SupportConsole.Shell;

/// <summary>Lines of a CSV file that is safe to open in a spreadsheet.</summary>
public static class Csv
{
    // A spreadsheet takes a cell that begins so for a formula and runs it (OWASP, CSV injection).
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    public static string Row(params ReadOnlySpan<string> cells)
    {
        var quoted = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            quoted[i] = Cell(cells[i]);
        return string.Join(',', quoted);
    }

    /// <summary>An apostrophe before a formula makes it text; quotes keep commas and line ends inside the cell.</summary>
    private static string Cell(string text)
    {
        var plain = text.Length > 0 && Formula.Contains(text[0]) ? "'" + text : text;
        return $"\"{plain.Replace("\"", "\"\"")}\"";
    }
}
