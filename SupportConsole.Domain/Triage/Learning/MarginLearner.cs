using System.Numerics;
using System.Runtime.InteropServices;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// A linear score for each label, one against the rest, with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008). All
/// labels take their step on a text at once, since they share the text's features.
/// </summary>
internal static class MarginLearner
{
    /// <summary>After these rounds over the texts the answers no longer change.</summary>
    private const int Rounds = 10;

    /// <summary>How much a miss costs beside large weights. With few labels each sees many texts and needs less.</summary>
    private static float CostOf(int labels) => labels > 4 ? 2 : 0.5f;

    /// <param name="labels">For each row the label's index, or -1: belongs to none.</param>
    public static MarginView Learn(TextRows rows, int[] labels, int labelCount, int features, int seed, TrainingWatch? watch = null)
    {
        var width = Lanes.Padded(labelCount);
        var weights = new float[(features + 1) * width];
        var duals = new float[rows.Count][];
        var (scores, steps) = (new float[width], new float[width]);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new Random(seed);
        var diagonal = 1 / (2 * CostOf(labelCount));
        var bias = weights.AsSpan(features * width, width);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                watch?.Check();
                var ids = rows.Ids(row);
                var values = rows.Values(row);
                bias.CopyTo(scores);
                for (var i = 0; i < ids.Length; i++)
                    Lanes.Add(scores, weights.AsSpan(ids[i] * width, width), values[i]);
                Step(scores, duals[row] ??= new float[width], steps, labels[row], diagonal, 1 / (Square(values) + 1 + diagonal));
                steps.AsSpan(labelCount).Clear();
                for (var i = 0; i < ids.Length; i++)
                    Lanes.Add(weights.AsSpan(ids[i] * width, width), steps, values[i]);
                Lanes.Add(bias, steps, 1);
            }
        }

        return new MarginView(CompactRows.Of(weights[..(features * width)], width), bias.ToArray());
    }

    /// <summary>Moves the duals of one text: towards a score of at least 1 for its own label, at most -1 for every other.</summary>
    private static void Step(Span<float> scores, Span<float> duals, Span<float> steps, int own, float diagonal, float pace)
    {
        var (score, dual) = own < 0 ? (0, 0) : (scores[own], duals[own]);
        var allScores = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var allDuals = MemoryMarshal.Cast<float, Vector<float>>(duals);
        var allSteps = MemoryMarshal.Cast<float, Vector<float>>(steps);
        for (var i = 0; i < allScores.Length; i++)
        {
            var slope = (allDuals[i] * diagonal) - allScores[i] - Vector<float>.One;
            var next = Vector.Max(Vector<float>.Zero, allDuals[i] - (slope * pace));
            allSteps[i] = allDuals[i] - next;
            allDuals[i] = next;
        }

        if (own < 0)
            return;
        duals[own] = MathF.Max(0, dual - ((score - 1 + (dual * diagonal)) * pace));
        steps[own] = duals[own] - dual;
    }

    private static float Square(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
            sum += value * value;
        return sum;
    }
}
