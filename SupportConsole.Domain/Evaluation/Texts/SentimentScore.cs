using System.Globalization;
using MathNet.Numerics.Statistics;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>
/// How right sentiments are, against labels or against numbers that are higher for what is better. Where the truth knows no neutral,
/// a neutral answer counts by its side of zero.
/// </summary>
/// <param name="RecallNegative">Of the texts that are negative, the share that was found: a complaint that is missed costs most.</param>
/// <param name="Pearson">The correlation of the score with the number, or with 1, 0 and -1 for the labels.</param>
public sealed record SentimentScore(double Accuracy, double MacroF1, double RecallNegative, double Pearson)
{
    public static SentimentScore Of(IReadOnlyList<string> truth, IReadOnlyList<SentimentAnswer> answers)
    {
        var ratings = Ratings(truth);
        var labels = truth.Select((label, i) => ratings is null ? SentimentAnswer.Name(label) : Side(ratings[i])).ToList();
        var sides = !labels.Contains(SentimentAnswer.Neutral);
        var said = answers.Select(answer => sides && answer.Label == SentimentAnswer.Neutral ? Side(answer.Score) : answer.Label).ToList();
        var pearson = Correlation.Pearson(ratings ?? [.. labels.Select(Number)], answers.Select(answer => answer.Score));
        return new SentimentScore(
            Math.Round(Measures.Accuracy(labels, said), 4), Math.Round(Measures.MacroF1(labels, said), 4), Math.Round(Measures.Recall(labels, said, SentimentAnswer.Negative), 4),
            double.IsFinite(pearson) ? Math.Round(pearson, 4) : 0);
    }

    /// <summary>The truth as numbers, when it is numbers other than the labels -1, 0 and 1.</summary>
    private static List<double>? Ratings(IReadOnlyList<string> truth)
    {
        var ratings = new List<double>(truth.Count);
        foreach (var text in truth)
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rating) || !double.IsFinite(rating))
                return null;
            ratings.Add(rating);
        }

        return ratings.Exists(rating => rating is not (-1 or 0 or 1)) ? ratings : null;
    }

    private static string Side(double score) => score >= 0 ? SentimentAnswer.Positive : SentimentAnswer.Negative;

    private static double Number(string label) => label == SentimentAnswer.Positive ? 1 : label == SentimentAnswer.Negative ? -1 : 0;
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
