using System.Text.Json;

namespace SupportConsole.Bench;

/// <summary>One result: what was measured beside its reference of the same run. <paramref name="Ratio"/> is value / reference.</summary>
/// <param name="Value">The measured p95, in <paramref name="Unit"/>.</param>
/// <param name="Reference">The reference's p95, in <paramref name="Unit"/>.</param>
public sealed record BenchLine(
    string Bench, double Value, string Unit, double Reference, string ReferenceName, double Ratio,
    double P50Ms, double P95Ms, double ReferenceP50Ms, double ReferenceP95Ms, int Samples)
{
    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static BenchLine Of(string bench, IReadOnlyList<double> measured, string referenceName, IReadOnlyList<double> reference)
    {
        var (p50, p95) = (Percentile(measured, 0.50), Percentile(measured, 0.95));
        var (referenceP50, referenceP95) = (Percentile(reference, 0.50), Percentile(reference, 0.95));
        return new BenchLine(
            bench, p95, "ms", referenceP95, referenceName, Math.Round(p95 / referenceP95, 2), p50, p95, referenceP50, referenceP95, measured.Count);
    }

    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this, Json));

    /// <summary>Nearest rank: the smallest sample that at least this share of the samples does not exceed.</summary>
    private static double Percentile(IReadOnlyList<double> samples, double share)
    {
        var sorted = samples.Order().ToList();
        return Math.Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)], 2);
    }
}
