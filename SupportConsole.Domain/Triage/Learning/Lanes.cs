using System.Numerics;
using System.Runtime.InteropServices;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Sums over rows whose length is a multiple of <see cref="Width"/>, some numbers at a time.</summary>
internal static class Lanes
{
    /// <summary>A row is padded to this: a vector of bytes on any machine of today.</summary>
    public const int Width = 32;

    public static int Padded(int count) => (count + Width - 1) / Width * Width;

    /// <summary>sum += row * factor</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<float> row, float factor)
    {
        var many = new Vector<float>(factor);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var rows = MemoryMarshal.Cast<float, Vector<float>>(row[..sum.Length]);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += rows[i] * many;
    }

    /// <summary>sum += row * factor, for a row kept in bytes.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<sbyte> row, float factor)
    {
        var many = new Vector<float>(factor);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var rows = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(row[..sum.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            Vector.Widen(rows[i], out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var at = i * 4;
            sums[at] += Vector.ConvertToSingle(first) * many;
            sums[at + 1] += Vector.ConvertToSingle(second) * many;
            sums[at + 2] += Vector.ConvertToSingle(third) * many;
            sums[at + 3] += Vector.ConvertToSingle(fourth) * many;
        }
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var first = MemoryMarshal.Cast<float, Vector<float>>(a);
        var second = MemoryMarshal.Cast<float, Vector<float>>(b[..a.Length]);
        for (var i = 0; i < first.Length; i++)
            sum += first[i] * second[i];
        return Vector.Sum(sum);
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
            most = MathF.Max(most, score);
        var sum = 0f;
        foreach (ref var score in scores)
            sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }
}
