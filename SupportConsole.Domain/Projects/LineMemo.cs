namespace SupportConsole.Domain.Projects;

/// <summary>
/// Remembers what was read from short lines: agents and customers say the same things over and over, and reading one again takes a
/// hundred times as long as this. Slots are overwritten, so it never grows.
/// </summary>
internal sealed class LineMemo<T>(Func<string, T> read)
{
    private const int Slots = 4096;
    private const int MostLetters = 120;

    private readonly Entry?[] _slots = new Entry?[Slots];

    public T Of(string line)
    {
        if (line.Length > MostLetters)
        {
            return read(line);
        }

        ref var slot = ref _slots[(uint)line.GetHashCode(StringComparison.Ordinal) % Slots];
        if (Volatile.Read(ref slot) is { } known && known.Line == line)
        {
            return known.Value;
        }

        var value = read(line);
        Volatile.Write(ref slot, new Entry(line, value));
        return value;
    }

    private sealed record Entry(string Line, T Value);
}
