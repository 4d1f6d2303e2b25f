namespace SupportConsole.Domain.Triage.Learning;

/// <summary>How right answers are. Every measure is 0 where there is nothing to measure.</summary>
public static class Measures
{
    /// <summary>Bins of the calibration error: the usual number, few enough for some hundred answers.</summary>
    public const int Bins = 15;

    public static double Accuracy(IReadOnlyList<string> truth, IReadOnlyList<string> answers)
    {
        var right = 0;
        for (var i = 0; i < truth.Count; i++)
            right += truth[i] == answers[i] ? 1 : 0;
        return truth.Count == 0 ? 0 : (double)right / truth.Count;
    }

    /// <summary>The mean over the labels that occur in the truth or the answers of their F1.</summary>
    public static double MacroF1(IReadOnlyList<string> truth, IReadOnlyList<string> answers)
    {
        var labels = truth.Concat(answers).Distinct().ToList();
        return labels.Count == 0 ? 0 : labels.Average(label =>
        {
            var (hit, there, said) = Counts(truth, answers, label);
            return there + said == 0 ? 0 : 2.0 * hit / (there + said);
        });
    }

    /// <summary>Of the rows that are <paramref name="label"/>, the share that was answered so.</summary>
    public static double Recall(IReadOnlyList<string> truth, IReadOnlyList<string> answers, string label)
    {
        var (hit, there, _) = Counts(truth, answers, label);
        return there == 0 ? 0 : (double)hit / there;
    }

    /// <summary>How often a row of the first kind scores higher than one of the second; a tie is half.</summary>
    public static double Auroc(IReadOnlyList<double> positives, IReadOnlyList<double> negatives)
    {
        if (positives.Count == 0 || negatives.Count == 0)
            return 0;
        var all = positives.Select(score => (Score: score, Positive: true)).Concat(negatives.Select(score => (Score: score, Positive: false)))
            .OrderBy(one => one.Score).ToArray();
        var sum = 0.0;
        for (var start = 0; start < all.Length;)
        {
            var (end, here) = (start, 0);
            for (; end < all.Length && all[end].Score == all[start].Score; end++)
                here += all[end].Positive ? 1 : 0;
            sum += here * (start + 1 + end) / 2.0; // The mean of the tied ranks.
            start = end;
        }

        return (sum - positives.Count * (positives.Count + 1.0) / 2) / ((double)positives.Count * negatives.Count);
    }

    /// <summary>Expected calibration error: the mean distance of confidence and share of right answers over bins of equal width.</summary>
    public static double CalibrationError(IReadOnlyList<double> confidence, IReadOnlyList<bool> right) =>
        confidence.Count == 0 ? 0 : Calibration(confidence, right).Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Right)) / confidence.Count;

    /// <summary>The calibration curve; bins without answers are left out.</summary>
    public static IReadOnlyList<CalibrationBin> Calibration(IReadOnlyList<double> confidence, IReadOnlyList<bool> right) =>
        [.. Enumerable.Range(0, confidence.Count)
            .GroupBy(i => Math.Min((int)(confidence[i] * Bins), Bins - 1))
            .OrderBy(bin => bin.Key)
            .Select(bin => new CalibrationBin(bin.Average(i => confidence[i]), bin.Average(i => right[i] ? 1.0 : 0), bin.Count()))];

    private static (int Hit, int There, int Said) Counts(IReadOnlyList<string> truth, IReadOnlyList<string> answers, string label)
    {
        var (hit, there, said) = (0, 0, 0);
        for (var i = 0; i < truth.Count; i++)
        {
            var (real, was) = (truth[i] == label, answers[i] == label);
            there += real ? 1 : 0;
            said += was ? 1 : 0;
            hit += real && was ? 1 : 0;
        }

        return (hit, there, said);
    }
}
