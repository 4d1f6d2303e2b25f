using System.Runtime.InteropServices;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>The features a model knows, each with its weight: the rarer over the texts it was trained on, the heavier.</summary>
internal sealed class Vocabulary
{
    private readonly ulong[] _keys;
    private readonly float[] _weights;
    private readonly ulong[] _slots;
    private readonly int[] _ids;

    public Vocabulary(ulong[] keys, float[] weights)
    {
        (_keys, _weights) = (keys, weights);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2));
        (_slots, _ids) = (new ulong[size], new int[size]);
        Array.Fill(_ids, -1);
        for (var id = 0; id < keys.Length; id++)
        {
            var slot = (int)(keys[id] >> 2) & (size - 1);
            while (_ids[slot] >= 0)
                slot = (slot + 1) & (size - 1);
            (_slots[slot], _ids[slot]) = (keys[id], id);
        }
    }

    public int Count => _keys.Length;

    public ReadOnlySpan<ulong> Keys => _keys;

    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>The most frequent features of the texts. Of the pairs of words only those that occur twice: the others are most of all and teach little.</summary>
    public static Vocabulary Of(IReadOnlyList<string> texts, int most, TrainingWatch? watch = null)
    {
        var counts = new Dictionary<ulong, int>();
        var seen = new HashSet<ulong>();
        var room = ReadingRoom.Rent();
        foreach (var text in texts)
        {
            watch?.Check();
            NgramReader.Read(text, room);
            seen.Clear();
            foreach (var feature in room.Features.AsSpan(0, room.FeatureCount))
            {
                if (seen.Add(feature))
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        }

        room.Return();
        var pairs = counts.Where(pair => pair.Value > 1 || (pair.Key & 3) != 3)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).ToArray();
        return new Vocabulary(
            [.. pairs.Select(pair => pair.Key)],
            [.. pairs.Select(pair => (float)(Math.Log((1.0 + texts.Count) / (1 + pair.Value)) + 1))]);
    }

    /// <summary>
    /// Fills <see cref="ReadingRoom.Ids"/> and <see cref="ReadingRoom.Values"/> and says how many there are. Words and characters each
    /// have length one, and the whole has.
    /// </summary>
    /// <param name="unknown">The share of the text's features that are not known.</param>
    public int Weigh(ReadOnlySpan<char> text, ReadingRoom room, out float unknown)
    {
        NgramReader.Read(text, room);
        var known = 0;
        foreach (var feature in room.Features.AsSpan(0, room.FeatureCount))
        {
            var id = Find(feature);
            if (id >= 0)
                room.Ids[known++] = id;
        }

        unknown = room.FeatureCount == 0 ? 1 : 1 - ((float)known / room.FeatureCount);
        var ids = room.Ids.AsSpan(0, known);
        ids.Sort();
        var count = 0;
        var (words, characters) = (0f, 0f);
        for (var i = 0; i < known;)
        {
            var start = i;
            var id = ids[i];
            while (i < known && ids[i] == id)
                i++;
            var value = (1 + MathF.Log(i - start)) * _weights[id];
            (ids[count], room.Values[count++]) = (id, value);
            if ((_keys[id] & 1) == 1)
                words += value * value;
            else
                characters += value * value;
        }

        var views = MathF.Sqrt((words > 0 ? 1 : 0) + (characters > 0 ? 1 : 0));
        var (ofWord, ofCharacter) = (1 / (MathF.Sqrt(words) * views), 1 / (MathF.Sqrt(characters) * views));
        for (var i = 0; i < count; i++)
            room.Values[i] *= (_keys[ids[i]] & 1) == 1 ? ofWord : ofCharacter;
        return count;
    }

    private int Find(ulong key)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)(key >> 2) & mask; _ids[slot] >= 0; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == key)
                return _ids[slot];
        }

        return -1;
    }
}
