namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Moves the labels' offsets so that macro F1 on texts that were not trained on is best, with a floor under one label's recall.</summary>
internal static class LabelBalance
{
    private const int Passes = 3;

    private static readonly float[] Moves = [.. Enumerable.Range(-12, 25).Select(step => step * 0.1f)];

    public static Blend Fit(Blend blend, IReadOnlyList<ScoredText> texts, int floorLabel, double floor)
    {
        var scores = texts.Select(text => blend.Apply(text).Select(value => MathF.Log(value + 1e-9f)).ToArray()).ToArray();
        var truths = texts.Select(text => text.Truth).ToArray();
        var offsets = new float[blend.Offsets.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var label = 0; label < offsets.Length; label++)
                offsets[label] = Best(scores, truths, offsets, label, floorLabel, floor);
        }

        return blend with { Offsets = [.. blend.Offsets.Zip(offsets, (a, b) => a + b)] };
    }

    /// <summary>The middle of the moves that are about as good as the best one: the very best of them is luck.</summary>
    private static float Best(float[][] scores, int[] truths, float[] offsets, int label, int floorLabel, double floor)
    {
        var worth = Moves.Select(move =>
        {
            var tried = offsets.ToArray();
            tried[label] = move;
            return (Move: move, Worth: Worth(scores, truths, tried, floorLabel, floor));
        }).ToList();
        var best = worth.Max(one => one.Worth);
        return worth.Where(one => one.Worth >= best - 0.001).Average(one => one.Move);
    }

    private static double Worth(float[][] scores, int[] truths, float[] offsets, int floorLabel, double floor)
    {
        var (hit, there, said) = (new int[offsets.Length], new int[offsets.Length], new int[offsets.Length]);
        for (var i = 0; i < scores.Length; i++)
        {
            var best = 0;
            for (var label = 1; label < offsets.Length; label++)
                best = scores[i][label] + offsets[label] > scores[i][best] + offsets[best] ? label : best;
            said[best]++;
            there[truths[i]]++;
            hit[best] += best == truths[i] ? 1 : 0;
        }

        var f1 = Enumerable.Range(0, offsets.Length).Average(label => 2.0 * hit[label] / Math.Max(1, there[label] + said[label]));
        var recall = floorLabel < 0 ? 1 : (double)hit[floorLabel] / Math.Max(1, there[floorLabel]);
        return f1 - Math.Max(0, floor - recall);
    }
}
