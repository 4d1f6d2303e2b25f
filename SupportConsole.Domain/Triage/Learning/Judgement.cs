namespace SupportConsole.Domain.Triage.Learning;

/// <summary>From scores to an answer: fitted on texts that were not trained on.</summary>
/// <param name="Confidence">Whether the best label is right, as it is shown.</param>
/// <param name="Right">Whether it is right in traffic that holds strangers: what is answered goes by it.</param>
/// <param name="Useful">Whether the right label is among the best three.</param>
/// <param name="AutoFrom">From this much of <paramref name="Right"/> a text is answered automatically; above 1 none is.</param>
internal sealed record Judgement(Blend Blend, Trust Confidence, Trust Right, Trust Useful, float AutoFrom)
{
    /// <summary>A suggestion is worth its place when it holds the right label more often than not.</summary>
    private const float SuggestFrom = 0.5f;

    public (int Label, float Confidence, Decision Decision) Decide(Span<float> margins, ReadOnlySpan<float> network, TextSigns signs)
    {
        Span<float> read = stackalloc float[Trust.Signs];
        var label = Read(margins, network, signs, read);
        var confidence = Confidence.Of(read);
        if (!signs.IsReadable)
            return (label, MathF.Min(confidence, margins[label]), Decision.Escalate);
        var decision = Right.Of(read) >= AutoFrom ? Decision.Auto : Useful.Of(read) >= SuggestFrom ? Decision.Suggest : Decision.Escalate;
        return (label, confidence, decision);
    }

    /// <summary>Writes probabilities over the margins, the signs into <paramref name="into"/>, and gives the best label.</summary>
    private int Read(Span<float> margins, ReadOnlySpan<float> network, TextSigns signs, Span<float> into)
    {
        var (margin, score) = (Most(margins), Most(network));
        Blend.Apply(margins, network);
        var best = margins.IndexOf(Most(margins));
        Trust.Read(margins[best], margin, score, signs, into);
        return best;
    }

    private static float Most(ReadOnlySpan<float> scores)
    {
        var most = scores[0];
        foreach (var score in scores)
            most = MathF.Max(most, score);
        return most;
    }

    /// <param name="texts">Texts that were not trained on.</param>
    /// <param name="strangerShare">The share of the traffic that belongs to no label.</param>
    /// <param name="realStrangers">Whether those among the texts are real, or texts whose label was hidden in training.</param>
    public static Judgement Fit(IReadOnlyList<ScoredText> texts, int labels, LearningOptions options, double strangerShare, bool realStrangers, int floorLabel)
    {
        var inScope = texts.Where(text => text.Truth >= 0).ToList();
        var blend = Blend.Fit(texts, labels);
        if (options.EveryLabelAlike && inScope.Count > 0)
            blend = LabelBalance.Fit(blend, inScope, floorLabel, options.FloorRecall);
        var plain = new Judgement(blend, Trust.Plain, Trust.Plain, Trust.Plain, 2);
        if (inScope.Count == 0)
            return plain;

        var rows = texts.Select(plain.Reading).ToList();
        var strangers = texts.Count - inScope.Count;
        var strangerWeight = strangers == 0 ? 0 : strangerShare / (1 - strangerShare) * inScope.Count / strangers;
        var weights = texts.Select(text => text.Truth >= 0 ? 1 : strangerWeight).ToList();
        var right = Trust.Fit(rows.ConvertAll(row => row.Signs), rows.ConvertAll(row => row.Right), weights);
        var useful = Trust.Fit(rows.ConvertAll(row => row.Signs), rows.ConvertAll(row => row.Useful), weights);
        var confidence = right;
        if (!realStrangers && strangers > 0)
        {
            var own = rows.Where((_, i) => texts[i].Truth >= 0).ToList();
            confidence = Trust.Fit(own.ConvertAll(row => row.Signs), own.ConvertAll(row => row.Right), own.ConvertAll(_ => 1.0));
        }

        var from = AutoThreshold.Choose(
            rows.ConvertAll(row => right.Of(row.Signs)), rows.ConvertAll(row => row.Right), weights, options.Precision,
            [.. texts.Select(text => text.Truth < 0)], realStrangers ? options.OutOfScopeAnswered : 1);
        return new Judgement(blend, confidence, right, useful, from);
    }

    private (float[] Signs, bool Right, bool Useful) Reading(ScoredText text)
    {
        var probabilities = text.Margins.ToArray();
        var signs = new float[Trust.Signs];
        var best = Read(probabilities, text.Network, text.Signs, signs);
        var useful = text.Truth >= 0 && probabilities.Count(value => value > probabilities[text.Truth]) < 3;
        return (signs, best == text.Truth, useful);
    }
}
