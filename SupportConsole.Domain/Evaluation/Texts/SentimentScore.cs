using System.Globalization;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>Sentiment against what people said: a word (positive, neutral, negative), or a number that is higher for what is better.</summary>
/// <param name="Accuracy">Of words, the right ones. Of numbers, the right side: zero and up is positive.</param>
/// <param name="NegativeRecall">Of the negative texts, the share that was found.</param>
/// <param name="Pearson">Correlation of the score with the number, or with 1, 0 and -1 for the words.</param>
public sealed record SentimentScore(double Accuracy, double MacroF1, double NegativeRecall, double Pearson)
{
    public static SentimentScore Of(IReadOnlyList<string> truth, IReadOnlyList<SentimentResult> answers)
    {
        var numbers = truth.Select(Number).ToList();
        var known = numbers.TrueForAll(number => number is not null);
        var expected = known ? [.. numbers.Select(number => number >= 0 ? Positive : Negative)] : truth.Select(label => label.Trim().ToLowerInvariant()).ToList();
        var given = answers.Select(answer => known ? answer.Polarity >= 0 ? Positive : Negative : TriageNames.Of(answer.Label)).ToList();
        var values = known ? [.. numbers.Select(number => number!.Value)] : expected.Select(label => label == Positive ? 1.0 : label == Negative ? -1.0 : 0.0).ToList();
        return new SentimentScore(
            Measures.Accuracy(expected, given), Measures.MacroF1(expected, given), Measures.Recall(expected, given, Negative),
            Correlation(values, [.. answers.Select(answer => answer.Polarity)]));
    }

    private static string Positive => TriageNames.Of(SentimentLabel.Positive);

    private static string Negative => TriageNames.Of(SentimentLabel.Negative);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double Correlation(List<double> left, List<double> right)
    {
        var correlation = left.Count < 2 ? 0 : MathNet.Numerics.Statistics.Correlation.Pearson(left, right);
        return double.IsFinite(correlation) ? correlation : 0;
    }
}
