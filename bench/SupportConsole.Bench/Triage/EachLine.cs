using System.Text.Json;

namespace SupportConsole.Bench.Triage;

/// <summary>How many a second on one core and how many bytes each allocates, beside the reference of the same run.</summary>
public sealed record EachLine(
    string Bench, string Case, double Value, string Unit, double Reference, string ReferenceName, double Ratio, long BytesEach, long ReferenceBytesEach, int Rows)
{
    public static EachLine Of(string name, string unit, Each measured, Each reference, string referenceName, int rows) => new(
        "text", name, Math.Round(measured.PerSecond), unit, Math.Round(reference.PerSecond), referenceName,
        Math.Round(measured.PerSecond / reference.PerSecond, 2), measured.Bytes, reference.Bytes, rows);

    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this, BenchLine.Json));
}

/// <param name="Bytes">Allocated for each.</param>
public readonly record struct Each(double PerSecond, long Bytes);
