namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Texts as their weighted features, each in arrays of its own: so many as there are need no one array that holds them all.</summary>
internal sealed class TextRows
{
    private readonly int[][] _ids;
    private readonly float[][] _values;

    private TextRows(int[][] ids, float[][] values) => (_ids, _values) = (ids, values);

    public int Count => _ids.Length;

    public ReadOnlySpan<int> Ids(int row) => _ids[row];

    public ReadOnlySpan<float> Values(int row) => _values[row];

    public static TextRows Of(Vocabulary vocabulary, IReadOnlyList<string> texts, TrainingWatch? watch = null)
    {
        var (ids, values) = (new int[texts.Count][], new float[texts.Count][]);
        var room = ReadingRoom.Rent();
        for (var row = 0; row < texts.Count; row++)
        {
            watch?.Check();
            var count = vocabulary.Weigh(texts[row], room, out _);
            (ids[row], values[row]) = (room.Ids[..count], room.Values[..count]);
        }

        room.Return();
        return new TextRows(ids, values);
    }
}
