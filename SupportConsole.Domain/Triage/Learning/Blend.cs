namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// Makes one probability for each label of the two scores: softmax(a * margin + b * network + offset). The two factors are those under
/// which texts that were not trained on are least surprising (temperature scaling of both at once).
/// </summary>
internal sealed record Blend(float OfMargins, float OfNetwork, float[] Offsets)
{
    private const int Halvings = 7;

    /// <summary>Writes probabilities over the margins.</summary>
    public void Apply(Span<float> margins, ReadOnlySpan<float> network)
    {
        for (var i = 0; i < margins.Length; i++)
            margins[i] = (margins[i] * OfMargins) + (network[i] * OfNetwork) + Offsets[i];
        Lanes.Softmax(margins);
    }

    public float[] Apply(ScoredText text)
    {
        var probabilities = text.Margins.ToArray();
        Apply(probabilities, text.Network);
        return probabilities;
    }

    public static Blend Fit(IReadOnlyList<ScoredText> texts, int labels)
    {
        var best = new Blend(3, 1, new float[labels]);
        var inScope = texts.Where(text => text.Truth >= 0).ToList();
        if (inScope.Count == 0)
            return best;
        var surprise = best.Surprise(inScope);
        var factor = 2f;
        for (var halving = 0; halving < Halvings;)
        {
            var (better, less) = new[]
                {
                    best with { OfMargins = best.OfMargins * factor }, best with { OfMargins = best.OfMargins / factor },
                    best with { OfNetwork = best.OfNetwork * factor }, best with { OfNetwork = best.OfNetwork / factor },
                }
                .Select(one => (one, one.Surprise(inScope))).MinBy(pair => pair.Item2);
            if (less < surprise && better.OfMargins is > 1e-3f and < 1e3f && better.OfNetwork is > 1e-3f and < 1e3f)
            {
                (best, surprise) = (better, less);
            }
            else
            {
                factor = MathF.Sqrt(factor);
                halving++;
            }
        }

        return best;
    }

    private double Surprise(List<ScoredText> texts) =>
        texts.Sum(text => -Math.Log(Apply(text)[text.Truth] + 1e-9));
}
