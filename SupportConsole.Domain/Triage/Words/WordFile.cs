using System.Globalization;
using System.Reflection;

namespace SupportConsole.Domain.Triage.Words;

/// <summary>The embedded word files: a line each "name weight: phrase; phrase", comments with #.</summary>
internal static class WordFile
{
    public static IEnumerable<(string Name, float Weight, string Phrase)> Read(string file)
    {
        foreach (var line in Lines(file))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var weight = float.TryParse(head[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 1f;
            foreach (var phrase in line[(colon + 2)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return (head[0], weight, phrase);
        }
    }

    public static IEnumerable<string> Lines(string file)
    {
        var name = $"SupportConsole.Domain.Triage.{file}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The build left out {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
