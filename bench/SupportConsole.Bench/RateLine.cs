using System.Text.Json;

namespace SupportConsole.Bench;

/// <summary>How many a second, beside the reference of the same run. <paramref name="Ratio"/> is value / reference: more is better.</summary>
public sealed record RateLine(string Bench, string Case, double Value, string Unit, double Reference, string ReferenceName, double Ratio, long Rows)
{
    public static RateLine Of(string bench, string name, Rate measured, Rate reference, string referenceName) => new(
        bench, name, Math.Round(measured.PerSecond), "rows/s", Math.Round(reference.PerSecond), referenceName,
        Math.Round(measured.PerSecond / reference.PerSecond, 2), measured.Rows);

    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this, BenchLine.Json));
}

/// <summary>So many rows in so many seconds.</summary>
public readonly record struct Rate(long Rows, double Seconds)
{
    public double PerSecond => Rows / Seconds;

    public static Rate operator +(Rate a, Rate b) => new(a.Rows + b.Rows, a.Seconds + b.Seconds);
}
