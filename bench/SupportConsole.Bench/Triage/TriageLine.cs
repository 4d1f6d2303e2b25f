using System.Text.Json;

namespace SupportConsole.Bench.Triage;

/// <summary>One figure, beside that of the seed's method in the same run. <paramref name="Ratio"/> is value / reference.</summary>
public sealed record TriageLine(string Bench, string Case, double Value, string Unit, double Reference, string ReferenceName, double Ratio)
{
    public static TriageLine Of(string name, double value, string unit, double reference) => new(
        "triage", name, Math.Round(value, 4), unit, Math.Round(reference, 4), "TF-IDF of 1,000 words and multinomial naive Bayes", Math.Round(value / reference, 3));

    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this, BenchLine.Json));
}
