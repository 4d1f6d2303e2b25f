namespace SupportConsole.Domain.Triage.Learning;

/// <summary>A matrix with a row for each feature, a byte for each number and a scale for each row: a quarter of the memory, and the same answers.</summary>
internal sealed class CompactRows(int width, sbyte[] cells, float[] scales)
{
    public int Width => width;

    public ReadOnlySpan<sbyte> Cells => cells;

    public ReadOnlySpan<float> Scales => scales;

    public static CompactRows Of(float[] matrix, int width)
    {
        var cells = new sbyte[matrix.Length];
        var scales = new float[matrix.Length / width];
        for (var row = 0; row < scales.Length; row++)
        {
            var from = matrix.AsSpan(row * width, width);
            var most = 0f;
            foreach (var cell in from)
                most = MathF.Max(most, MathF.Abs(cell));
            scales[row] = most / sbyte.MaxValue;
            if (most > 0)
            {
                for (var i = 0; i < width; i++)
                    cells[(row * width) + i] = (sbyte)MathF.Round(from[i] / scales[row]);
            }
        }

        return new CompactRows(width, cells, scales);
    }

    /// <summary>sum += the rows of the features, each times its value.</summary>
    public void AddTo(Span<float> sum, ReadOnlySpan<int> ids, ReadOnlySpan<float> values)
    {
        for (var i = 0; i < ids.Length; i++)
            Lanes.Add(sum[..width], cells.AsSpan(ids[i] * width, width), values[i] * scales[ids[i]]);
    }
}
