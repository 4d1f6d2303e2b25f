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
        var hash = 14695981039346656037UL;
        foreach (ref readonly var part in parts)
        {
            if (part.Kind == LogPartKind.Value)
            {
                hash = (hash ^ 1) * 1099511628211UL;
            }
            else
            {
                foreach (var c in line.Slice(part.Start, part.Length))
                    hash = (hash ^ c) * 1099511628211UL;
            }

            hash = (hash ^ 2) * 1099511628211UL;
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
