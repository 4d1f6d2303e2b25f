namespace SupportConsole.Domain.Triage.Learning;

/// <summary>What <see cref="NetworkLearner"/> learned: features to a hidden layer, and that to a score for each label.</summary>
/// <param name="Output">A row of label scores for each hidden unit.</param>
internal sealed record NetworkView(CompactRows Input, float[] HiddenBias, float[] Output, float[] OutputBias)
{
    /// <summary>Adds to the scores.</summary>
    public void AddScores(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> hidden, Span<float> scores)
    {
        var width = OutputBias.Length;
        hidden = hidden[..HiddenBias.Length];
        HiddenBias.CopyTo(hidden);
        Input.AddTo(hidden, ids, values);
        scores = scores[..width];
        Lanes.Add(scores, OutputBias, 1);
        for (var unit = 0; unit < hidden.Length; unit++)
        {
            if (hidden[unit] > 0)
                Lanes.Add(scores, Output.AsSpan(unit * width, width), hidden[unit]);
        }
    }
}
