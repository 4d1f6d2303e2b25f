using System.Text;
using nietras.SeparatedValues;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Separated values under a header; which column is what stands in the plan.</summary>
internal sealed class CsvReader : IImportReader
{
    /// <summary>What the reader means by <see cref="NotSupportedException"/>: a record outgrew its buffer.</summary>
    public const string OpenQuote = "A quote is opened and never closed, or a line is far too long.";

    private const string NoText = "This line holds bytes that are no UTF-8 text, or a NUL character.";

    private readonly Stream _stream;
    private readonly SepReader _reader;
    private readonly string _separator;
    private readonly CsvCalls _calls;
    private readonly int _columns;
    private readonly string?[] _cells;

    public CsvReader(Stream stream, string separator, ImportPlan plan, TimeZoneInfo zone)
    {
        (_stream, _separator) = (stream, separator);
        _columns = plan.Columns.Count;
        _cells = new string?[_columns];
        _calls = new CsvCalls(plan, zone);
        _reader = Open(stream, separator);
        Next(); // The header.
    }

    public long BytesRead => _stream.Position;

    public static SepReader Open(Stream stream, string separator) =>
        Sep.New(separator[0]).Reader(options => options with { HasHeader = false, DisableColCountCheck = true, Unescape = true })
            .From(new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024));

    /// <summary>Whether a row is no record: an empty line, or the "sep=;" that some spreadsheets write first.</summary>
    public static bool IsNone(SepReader.Row row) =>
        row.Span.IsWhiteSpace() || (row.LineNumberFrom == 1 && row.Span.StartsWith("sep=", StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds that the row is no text, if it is not.</summary>
    public static void CheckText(SepReader.Row row, FieldErrors errors) => errors.AddWhen(row.Span.ContainsAny('\uFFFD', '\0'), JsonFields.Whole, NoText);

    /// <summary>How a row of another width than the header's is told.</summary>
    public static string Uneven(SepReader.Row row, int columns) => $"This line has {row.ColCount} values, the header has {columns}.";

    public bool Next()
    {
        while (_reader.MoveNext())
        {
            if (!IsNone(_reader.Current))
            {
                return true;
            }
        }

        return false;
    }

    public ImportRecord Read()
    {
        var row = _reader.Current;
        var errors = new FieldErrors();
        Array.Clear(_cells);
        if (StrayQuote.In(row, _separator) is { } stray)
        {
            if (!stray.IsClosed)
            {
                throw new InvalidDataException(stray.Fault); // What follows cannot be told apart: no record of it may look like one that is merely wrong.
            }

            errors.Add(JsonFields.Whole, stray.Fault);
            return new ImportRecord(row.LineNumberFrom, _calls.Read(_cells, errors), errors);
        }

        CheckText(row, errors);
        for (var i = 0; i < Math.Min(_columns, row.ColCount); i++)
        {
            if (_calls.Uses(i) && row[i].Span.Trim() is { Length: > 0 } text)
            {
                _cells[i] = text.ToString();
            }
        }

        // A line that ends early (in the middle of what was said, where a line break stood without quotes) or goes on too long is not what was
        // exported. Only columns at its end that mean nothing may be left out.
        errors.AddWhen(row.ColCount > _columns || row.ColCount < _calls.Needed, JsonFields.Whole, Uneven(row, _columns));
        return new ImportRecord(row.LineNumberFrom, _calls.Read(_cells, errors), errors);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }
}
