using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>One masked line as it was first seen, and how many lines had it. Lines with the same template may have several shapes.</summary>
public sealed class LogShape
{
    internal LogShape(ulong hash, string[] words, long order) => (Hash, Words, Order) = (hash, words, order);

    internal const string Value = "<*>";

    internal ulong Hash { get; }

    /// <summary>Its words and marks; <see cref="Value"/> where a value stood.</summary>
    internal string[] Words { get; }

    /// <summary>Its place in the stream: the template is named after the first shape it had.</summary>
    internal long Order { get; }

    internal long Lines { get; set; }

    internal LogTemplate Template { get; set; } = null!;

    internal LinkedListNode<LogShape>? Recency { get; set; }

    internal static ulong HashOf(ReadOnlySpan<char> line, ReadOnlySpan<LogPart> parts)
    {
        var hash = Fnv.Basis;
        foreach (ref readonly var part in parts)
        {
            hash = part.Kind == LogPartKind.Value ? Fnv.Add(hash, 1) : Fnv.Add(hash, line.Slice(part.Start, part.Length));
            hash = Fnv.Add(hash, 2);
        }

        return hash;
    }

    internal static string[] WordsOf(ReadOnlySpan<char> line, ReadOnlySpan<LogPart> parts)
    {
        var words = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            words[i] = parts[i].Kind == LogPartKind.Value ? Value : new string(line.Slice(parts[i].Start, parts[i].Length));
        return words;
    }
}
