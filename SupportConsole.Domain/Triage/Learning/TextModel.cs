namespace SupportConsole.Domain.Triage.Learning;

/// <summary>A trained model: short texts to labels. Made by <see cref="TextModelTraining"/>; kept by <see cref="TextModelFile"/>. Safe to use from many threads.</summary>
public sealed class TextModel
{
    /// <summary>What follows in a text is not read.</summary>
    public const int MostCharacters = NgramReader.MostCharacters;

    private readonly string[] _labels;

    internal TextModel(string[] labels, Scoring scoring, Judgement judgement, TextModelFacts facts) =>
        (_labels, Scoring, Judgement, Facts) = (labels, scoring, judgement, facts);

    public IReadOnlyList<string> Labels => _labels;

    public TextModelFacts Facts { get; }

    /// <summary>How likely a label must be right, in traffic of which some belongs to none, to be answered automatically; null where nothing is.</summary>
    public double? AutoFrom => Judgement.AutoFrom > 1 ? null : Judgement.AutoFrom;

    internal Scoring Scoring { get; }

    internal Judgement Judgement { get; }

    /// <summary>The answer to any text, in bounded time and without allocating.</summary>
    public Classification Classify(ReadOnlySpan<char> text)
    {
        var room = Scoring.Rent();
        var signs = Scoring.Score(text, room);
        var (label, confidence, decision) = Judgement.Decide(room.First.AsSpan(0, _labels.Length), room.Second.AsSpan(0, _labels.Length), signs);
        room.Return();
        return new Classification(_labels[label], confidence, decision);
    }

    /// <summary>The probability of every label, given that the text has one; the likeliest first.</summary>
    public IReadOnlyList<LabelChance> Chances(ReadOnlySpan<char> text)
    {
        var chances = Probabilities(text);
        return [.. _labels.Select((label, i) => new LabelChance(label, chances[i])).OrderByDescending(one => one.Chance)];
    }

    /// <summary>The probability of every label, given that the text has one; how sure the best is; how likely it has one, where strangers are known; and whether anything in it is known.</summary>
    internal (float[] Chances, float Confidence, float Known, bool IsReadable) Weigh(ReadOnlySpan<char> text)
    {
        var room = Scoring.Rent();
        var signs = Scoring.Score(text, room);
        var chances = room.First[.._labels.Length];
        var (label, confidence, _) = Judgement.Decide(chances, room.Second.AsSpan(0, _labels.Length), signs);
        room.Return();
        return (chances, confidence, signs.KnowsStrangers ? MathF.Min(1, confidence / MathF.Max(chances[label], 1e-6f)) : 1, signs.IsReadable);
    }

    /// <summary>In the order of <see cref="Labels"/>.</summary>
    internal float[] Probabilities(ReadOnlySpan<char> text)
    {
        var room = Scoring.Rent();
        Scoring.Score(text, room);
        var probabilities = room.First[.._labels.Length];
        Judgement.Blend.Apply(probabilities, room.Second.AsSpan(0, _labels.Length));
        room.Return();
        return probabilities;
    }
}

/// <summary>What a model says about itself.</summary>
/// <param name="TrainedOn">How many texts it was trained on.</param>
/// <param name="DataHash">The fingerprint of those texts and labels.</param>
/// <param name="HeldOut">How right it is on texts that were not trained on.</param>
public sealed record TextModelFacts(LearningOptions Options, int TrainedOn, string DataHash, HeldOutReport HeldOut);
