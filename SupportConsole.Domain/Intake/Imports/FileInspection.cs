using System.Security.Cryptography;
using System.Text;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>What a file is, by its beginning: how it is written, its columns, and the first value in each.</summary>
/// <param name="Errors">Why it cannot be read, under "file".</param>
public sealed record FileInspection(ImportFormat Format, string? Separator, IReadOnlyList<ImportColumn> Columns, string HeaderPrint, FieldErrors Errors)
{
    private const int Begin = 64 * 1024;
    private const int SampleRecords = 200;
    private const int SampleLength = 80;
    private const int MostColumns = 500;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public static FileInspection Of(string path)
    {
        using var stream = File.OpenRead(path);
        var begin = new byte[Math.Min(Begin, stream.Length)];
        stream.ReadExactly(begin);
        var errors = new FieldErrors();
        if (Text(begin, stream.Length > begin.Length, errors) is not { } text)
        {
            return new FileInspection(default, null, [], "", errors);
        }

        var start = text.TrimStart();
        if (start.StartsWith('{'))
        {
            return new FileInspection(ImportFormat.Jsonl, null, [], "jsonl", errors);
        }

        errors.AddWhen(start.StartsWith('['), "file", "This is one JSON array. Write one object on each line instead (JSONL).", "array");
        if (errors.Any)
        {
            return new FileInspection(default, null, [], "", errors);
        }

        stream.Position = 0;
        return Csv(stream, SeparatorOf(start), errors);
    }

    /// <summary>The beginning as text; null when it is none.</summary>
    private static string? Text(ReadOnlySpan<byte> begin, bool goesOn, FieldErrors errors)
    {
        if (begin.StartsWith("PK\u0003\u0004"u8))
        {
            errors.Add("file", "This is a workbook or an archive. Save it as CSV (UTF-8) and upload that.", "workbook");
            return null;
        }

        var encoding = begin.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
            : begin.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
            : new UTF8Encoding(false, throwOnInvalidBytes: true);
        try
        {
            var decoder = encoding.GetDecoder();
            var letters = new char[encoding.GetMaxCharCount(begin.Length)];
            var text = new string(letters, 0, decoder.GetChars(begin, letters, flush: !goesOn)).TrimStart('\uFEFF');
            errors.AddWhen(text.Contains('\0', StringComparison.Ordinal), "file", "This is no text file.", "binary");
            errors.AddWhen(string.IsNullOrWhiteSpace(text), "file", "This file is empty.", "empty");
            return errors.Any ? null : text;
        }
        catch (DecoderFallbackException)
        {
            errors.Add("file", "This is no UTF-8 text. Save it as CSV (UTF-8) and upload that.", "encoding");
            return null;
        }
    }

    /// <summary>The sign that stands most often in the header, outside quotes.</summary>
    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan();
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length > 4)
        {
            return first[4];
        }

        var (counts, quoted) = (new int[Separators.Length], false);
        foreach (var letter in first)
        {
            quoted ^= letter == '"';
            if (!quoted && letter is '\n' or '\r')
            {
                break;
            }

            if (!quoted && Array.IndexOf(Separators, letter) is >= 0 and var at)
            {
                counts[at]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private static FileInspection Csv(Stream stream, char separator, FieldErrors errors)
    {
        List<string>? headers = null;
        string?[] samples = [];
        try
        {
            using var reader = CsvReader.Open(stream, separator.ToString());
            for (var records = 0; records <= SampleRecords && reader.MoveNext();)
            {
                var row = reader.Current;
                if (CsvReader.IsNone(row))
                {
                    continue;
                }

                records++;
                if (headers is null)
                {
                    errors.AddWhen(StrayQuote.In(row, separator.ToString()) is not null, "file", CsvReader.OpenQuote, "quotes");
                    headers = Named(row);
                    samples = new string?[headers.Count];
                    continue;
                }

                for (var i = 0; i < Math.Min(row.ColCount, headers.Count); i++)
                {
                    samples[i] ??= row[i].Span.Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, SampleLength)].ToString() : null;
                }
            }
        }
        catch (NotSupportedException)
        {
            errors.Add("file", CsvReader.OpenQuote, "quotes");
        }

        errors.AddWhen(headers is { Count: 1 } && !errors.Any, "file", "There is only one column. Separate values by commas, semicolons or tabs.", "one_column");
        errors.AddWhen(headers?.Count > MostColumns, "file", $"There are more than {MostColumns} columns.", "columns");
        var print = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', (headers ?? []).Select(ColumnGuess.Plain)))))[..32];
        return new FileInspection(
            ImportFormat.Csv, separator.ToString(), [.. (headers ?? []).Select((header, i) => new ImportColumn(header, null, samples[i]))], print, errors);
    }

    /// <summary>The names of the columns, each different.</summary>
    private static List<string> Named(nietras.SeparatedValues.SepReader.Row row)
    {
        var names = new List<string>(row.ColCount);
        for (var i = 0; i < row.ColCount; i++)
        {
            var name = row[i].Span.Trim().TrimStart('\uFEFF').ToString();
            name = name.Length == 0 ? $"column {i + 1}" : name;
            names.Add(names.Contains(name) ? $"{name} ({i + 1})" : name);
        }

        return names;
    }
}
