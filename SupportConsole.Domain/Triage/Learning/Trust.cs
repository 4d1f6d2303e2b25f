using MathNet.Numerics.LinearAlgebra;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// The probability that an answer holds, from what the text showed: how sure the best label is, how high it scores at all (a stranger
/// scores low everywhere), and how much of the text is unknown. A logistic regression, fitted on texts that were not trained on.
/// </summary>
internal sealed record Trust(float[] Means, float[] Scales, float[] Weights)
{
    public const int Signs = 5;

    /// <summary>Keeps a weight small unless the texts speak for it: a handful of strangers must not decide alone.</summary>
    private const double Caution = 10;

    private const int Steps = 30;

    /// <summary>Where no text was kept to fit on: the probability of the best label itself.</summary>
    public static Trust Plain { get; } = new(new float[Signs], [1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0]);

    /// <param name="best">The probability of the best label.</param>
    /// <param name="margin">The highest margin.</param>
    /// <param name="network">The highest score by the networks.</param>
    public static void Read(float best, float margin, float network, TextSigns signs, Span<float> into)
    {
        into[0] = MathF.Log((best + 1e-5f) / (1 - best + 1e-5f));
        into[1] = margin;
        into[2] = network;
        into[3] = signs.Unknown;
        into[4] = signs.Stranger - (signs.KnowsStrangers ? network : 0);
    }

    public float Of(ReadOnlySpan<float> signs)
    {
        var sum = Weights[^1];
        for (var i = 0; i < signs.Length; i++)
            sum += (signs[i] - Means[i]) / Scales[i] * Weights[i];
        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <param name="rows">The signs of each text.</param>
    /// <param name="holds">Whether its answer held.</param>
    /// <param name="weights">How many texts of the traffic it stands for.</param>
    public static Trust Fit(IReadOnlyList<float[]> rows, IReadOnlyList<bool> holds, IReadOnlyList<double> weights)
    {
        var means = Enumerable.Range(0, Signs).Select(i => rows.Average(row => row[i])).ToArray();
        var scales = Enumerable.Range(0, Signs).Select(i => MathF.Max(1e-3f, MathF.Sqrt(rows.Average(row => (row[i] - means[i]) * (row[i] - means[i]))))).ToArray();
        var inputs = Matrix<double>.Build.Dense(rows.Count, Signs + 1, (row, i) => i == Signs ? 1 : (rows[row][i] - means[i]) / scales[i]);
        var beta = Vector<double>.Build.Dense(Signs + 1);
        beta[0] = 1;
        for (var step = 0; step < Steps; step++)
        {
            var chances = (inputs * beta).Map(value => 1 / (1 + Math.Exp(-value)));
            var slope = Vector<double>.Build.Dense(Signs + 1, i => i == Signs ? 0 : -Caution * beta[i]);
            var curve = Matrix<double>.Build.DenseDiagonal(Signs + 1, Signs + 1, i => i == Signs ? 1e-3 : Caution);
            for (var row = 0; row < rows.Count; row++)
            {
                var input = inputs.Row(row);
                slope += input * (weights[row] * ((holds[row] ? 1 : 0) - chances[row]));
                curve += input.OuterProduct(input) * (weights[row] * chances[row] * (1 - chances[row]));
            }

            var move = curve.Solve(slope);
            beta += move * Math.Min(1, 2 / Math.Max(1e-9, move.L2Norm()));
            if (move.L2Norm() < 1e-6)
                break;
        }

        return new Trust(means, scales, [.. beta.Select(value => (float)value)]);
    }
}
