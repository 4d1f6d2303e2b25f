using nietras.SeparatedValues;

namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>Named columns of a CSV file (RFC 4180: quotes, commas and line ends inside them). Headers are case-insensitive, other columns ignored.</summary>
public sealed class TextTable
{
    private readonly string[][] _columns;
    private readonly string[] _names;

    private TextTable(string[] names, string[][] columns) => (_names, _columns) = (names, columns);

    public int Count => _columns[0].Length;

    /// <summary>The values of a column that was asked for.</summary>
    public IReadOnlyList<string> this[string column] => _columns[Array.IndexOf(_names, column)];

    /// <summary>Throws <see cref="InvalidDataException"/> that names the file, and the column or line that is missing.</summary>
    public static TextTable Read(string path, params string[] columns)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no file {path}.");
        try
        {
            using var reader = Sep.New(',').Reader(options => options with { Unescape = true, DisableColCountCheck = true }).FromFile(path);
            var places = columns.Select(column => Place(reader.Header, column, file)).ToArray();
            var values = columns.Select(_ => new List<string>()).ToArray();
            foreach (var row in reader)
            {
                for (var i = 0; i < places.Length; i++)
                {
                    if (places[i] >= row.ColCount)
                        throw new InvalidDataException($"{file}, line {row.LineNumberFrom}: there is no value for column \"{columns[i]}\".");
                    values[i].Add(row[places[i]].ToString());
                }
            }

            return new TextTable(columns, [.. values.Select(column => column.ToArray())]);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} cannot be read as CSV: {fault.Message}", fault);
        }
    }

    /// <summary>The values of one column, which must be as many as the rows they belong to.</summary>
    public static IReadOnlyList<string> ReadTruth(string path, string column, int rows)
    {
        var table = Read(path, column);
        return table.Count == rows
            ? table[column]
            : throw new InvalidDataException($"{Path.GetFileName(path)} has {table.Count} rows, the input {rows}: the truth is one row for each row of the input, in the same order.");
    }

    private static int Place(SepReaderHeader header, string column, string file)
    {
        var names = header.ColNames;
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i].Trim(), column, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        throw new InvalidDataException($"{file} has no column \"{column}\"; its columns are {(names.Count == 0 ? "none" : string.Join(", ", names))}.");
    }
}
