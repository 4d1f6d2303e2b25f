using System.Buffers;

namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>An answer file: a header line, then one row for each row of the input. It is there as a whole or not at all.</summary>
public static class AnswerFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    public static void Write(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var half = full + ".part";
        using (var file = new StreamWriter(half))
        {
            WriteRow(file, header);
            foreach (var row in rows)
                WriteRow(file, row);
        }

        File.Move(half, full, overwrite: true);
    }

    private static void WriteRow(StreamWriter file, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
                file.Write(',');
            file.Write(values[i].AsSpan().ContainsAny(Quoted) ? $"\"{values[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : values[i]);
        }

        file.Write('\n');
    }
}
