namespace SupportConsole.Domain.Triage.Learning;

/// <summary>The learned scores of a text for each label: by margins, and by the mean of some networks.</summary>
/// <param name="KnowsStrangers">Whether the networks have one score more, for "belongs to no label".</param>
internal sealed record Scoring(Vocabulary Vocabulary, int LabelCount, bool KnowsStrangers, MarginView Margins, NetworkView[] Networks)
{
    private int Outputs => LabelCount + (KnowsStrangers ? 1 : 0);

    public ReadingRoom Rent() => ReadingRoom.Rent(Lanes.Padded(Outputs), NetworkLearner.HiddenUnits);

    /// <summary>Fills <see cref="ReadingRoom.First"/> with margins and <see cref="ReadingRoom.Second"/> with the networks' scores.</summary>
    public TextSigns Score(ReadOnlySpan<char> text, ReadingRoom room)
    {
        var count = Vocabulary.Weigh(text, room, out var unknown);
        ReadOnlySpan<int> ids = room.Ids.AsSpan(0, count);
        ReadOnlySpan<float> values = room.Values.AsSpan(0, count);
        Margins.Score(ids, values, room.First);
        var scores = room.Second.AsSpan(0, Lanes.Padded(Outputs));
        scores.Clear();
        foreach (var network in Networks)
            network.AddScores(ids, values, room.Hidden, scores);
        foreach (ref var score in scores)
            score /= Networks.Length;
        return new TextSigns(unknown, KnowsStrangers ? scores[LabelCount] : 0, KnowsStrangers, count > 0);
    }

    public ScoredText ScoreApart(string text, int truth)
    {
        var room = Rent();
        var signs = Score(text, room);
        var scored = new ScoredText(room.First[..LabelCount], room.Second[..LabelCount], signs, truth);
        room.Return();
        return scored;
    }
}

/// <param name="Unknown">The share of the text's features that the model has never seen.</param>
/// <param name="Stranger">The networks' score for "belongs to no label".</param>
/// <param name="KnowsStrangers">Whether the model has such a score.</param>
/// <param name="IsReadable">Whether anything in it is known.</param>
internal readonly record struct TextSigns(float Unknown, float Stranger, bool KnowsStrangers, bool IsReadable);

/// <summary>A text that was not trained on, as it was scored.</summary>
/// <param name="Truth">The index of its label; -1 for a text that belongs to none.</param>
internal sealed record ScoredText(float[] Margins, float[] Network, TextSigns Signs, int Truth);
