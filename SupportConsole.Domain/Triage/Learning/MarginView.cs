namespace SupportConsole.Domain.Triage.Learning;

/// <summary>What <see cref="MarginLearner"/> learned.</summary>
internal sealed record MarginView(CompactRows Weights, float[] Bias)
{
    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> scores)
    {
        scores = scores[..Weights.Width];
        Bias.CopyTo(scores);
        Weights.AddTo(scores, ids, values);
    }
}
