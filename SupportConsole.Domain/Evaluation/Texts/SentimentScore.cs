using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>How right sentiments are.</summary>
/// <param name="RecallNegative">Of the texts that are negative, the share that was found: a complaint that is missed costs most.</param>
public sealed record SentimentScore(double Accuracy, double MacroF1, double RecallNegative)
{
    public static SentimentScore Of(IReadOnlyList<string> truth, IReadOnlyList<SentimentAnswer> answers)
    {
        var said = answers.Select(answer => answer.Label).ToList();
        return new SentimentScore(
            Math.Round(Measures.Accuracy(truth, said), 4), Math.Round(Measures.MacroF1(truth, said), 4), Math.Round(Measures.Recall(truth, said, SentimentAnswer.Negative), 4));
    }
}

/// <param name="Score">From -1 (negative) to 1 (positive).</param>
public readonly record struct SentimentAnswer(string Label, double Score)
{
    public const string Negative = "negative", Neutral = "neutral", Positive = "positive";

    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["-1"] = Negative,
        ["neg"] = Negative,
        ["0"] = Neutral,
        ["neu"] = Neutral,
        ["1"] = Positive,
        ["+1"] = Positive,
        ["pos"] = Positive,
    };

    /// <summary>A label as files write it: any case, short, or -1, 0 and 1.</summary>
    /// <exception cref="InvalidDataException">It is none of these.</exception>
    public static string Name(string label)
    {
        var name = label.Trim();
        if (Others.TryGetValue(name, out var other))
            return other;
        return name.ToLowerInvariant() is Negative or Neutral or Positive
            ? name.ToLowerInvariant()
            : throw new InvalidDataException($"\"{label}\" is no sentiment: the column \"label\" holds positive, neutral or negative.");
    }

    /// <summary>By a model that was trained on labels named as here.</summary>
    public static SentimentAnswer By(TextModel model, string text)
    {
        var chances = model.Chances(text);
        double Of(string label) => chances.FirstOrDefault(one => one.Label == label)?.Chance ?? 0;
        return new SentimentAnswer(chances[0].Label, Math.Round(Of(Positive) - Of(Negative), 4));
    }
}
