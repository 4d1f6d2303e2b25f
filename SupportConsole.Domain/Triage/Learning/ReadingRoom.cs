using System.Collections.Concurrent;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>The working memory of reading one text; rented, so that a message costs no arrays.</summary>
internal sealed class ReadingRoom
{
    /// <summary>As many as texts are read at once on a large machine; what comes back beyond them is let go.</summary>
    private const int MostKept = 64;

    /// <summary>A token of one character gives three features of words and two of characters; longer ones give fewer for each character.</summary>
    private const int MostFeatures = (NgramReader.MostCharacters * 6) + 1;

    private static readonly ConcurrentBag<ReadingRoom> Kept = [];

    public char[] Text { get; } = new char[NgramReader.MostCharacters];

    public ulong[] Hashes { get; } = new ulong[NgramReader.MostCharacters];

    public ulong[] Features { get; } = new ulong[MostFeatures];

    public int FeatureCount { get; set; }

    /// <summary>The known features of the text, each once, and their weights.</summary>
    public int[] Ids { get; } = new int[MostFeatures];

    public float[] Values { get; } = new float[MostFeatures];

    /// <summary>Scores by label, and the hidden layer's values.</summary>
    public float[] First { get; private set; } = [];

    public float[] Second { get; private set; } = [];

    public float[] Hidden { get; private set; } = [];

    public static ReadingRoom Rent(int labels = 0, int hidden = 0)
    {
        if (!Kept.TryTake(out var room))
            room = new ReadingRoom();
        if (room.First.Length < labels)
            (room.First, room.Second) = (new float[labels], new float[labels]);
        if (room.Hidden.Length < hidden)
            room.Hidden = new float[hidden];
        return room;
    }

    public void Return()
    {
        if (Kept.Count < MostKept)
            Kept.Add(this);
    }

    public void Add(ulong feature) => Features[FeatureCount++] = feature;
}
