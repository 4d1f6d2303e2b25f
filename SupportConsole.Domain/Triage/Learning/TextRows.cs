namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Texts as their weighted features, one after another.</summary>
internal sealed class TextRows
{
    private readonly int[] _starts;
    private readonly int[] _ids;
    private readonly float[] _values;

    private TextRows(int[] starts, int[] ids, float[] values) => (_starts, _ids, _values) = (starts, ids, values);

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<int> Ids(int row) => _ids.AsSpan(_starts[row].._starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row].._starts[row + 1]);

    public static TextRows Of(Vocabulary vocabulary, IReadOnlyList<string> texts)
    {
        var starts = new int[texts.Count + 1];
        var (ids, values) = (new List<int>(), new List<float>());
        var room = ReadingRoom.Rent();
        for (var row = 0; row < texts.Count; row++)
        {
            var count = vocabulary.Weigh(texts[row], room, out _);
            ids.AddRange(room.Ids.AsSpan(0, count));
            values.AddRange(room.Values.AsSpan(0, count));
            starts[row + 1] = ids.Count;
        }

        room.Return();
        return new TextRows(starts, [.. ids], [.. values]);
    }
}
