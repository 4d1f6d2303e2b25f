using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>How right classifications are. Traffic is every row, those that belong to no label (oos) included.</summary>
/// <param name="Accuracy">Of the rows that have a label, the share that was given it.</param>
/// <param name="Auroc">How often a row that has a label is more confident than one that has none; null without such rows.</param>
/// <param name="AutoShare">Of the traffic, the share answered automatically; <paramref name="AutoPrecision"/> of these are right.</param>
/// <param name="OosAnswered">Of the rows that have none, the share answered automatically; null without such rows.</param>
/// <param name="Ece">Expected calibration error over the traffic.</param>
public sealed record ClassifyScore(
    double Accuracy, double MacroF1, double? Auroc, double AutoShare, double AutoPrecision, double SuggestShare, double? OosAnswered, double Ece, double EceInScope)
{
    public static ClassifyScore Of(IReadOnlyList<string> truth, IReadOnlyList<Classification> answers)
    {
        var rows = truth.Zip(answers, (label, answer) => (Truth: label, Answer: answer, Right: label == answer.Label)).ToList();
        var own = rows.Where(row => row.Truth != LearningOptions.OutOfScope).ToList();
        var strangers = rows.Where(row => row.Truth == LearningOptions.OutOfScope).ToList();
        var auto = rows.Where(row => row.Answer.Decision == Decision.Auto).ToList();
        var (truths, said) = (own.ConvertAll(row => row.Truth), own.ConvertAll(row => row.Answer.Label));
        return new ClassifyScore(
            Round(Measures.Accuracy(truths, said)),
            Round(Measures.MacroF1(truths, said)),
            strangers.Count == 0 ? null : Round(Measures.Auroc(own.ConvertAll(row => (double)row.Answer.Confidence), strangers.ConvertAll(row => (double)row.Answer.Confidence))),
            Share(auto.Count, rows.Count),
            Share(auto.Count(row => row.Right), auto.Count),
            Share(rows.Count(row => row.Answer.Decision == Decision.Suggest), rows.Count),
            strangers.Count == 0 ? null : Share(strangers.Count(row => row.Answer.Decision == Decision.Auto), strangers.Count),
            Round(Measures.CalibrationError(rows.ConvertAll(row => (double)row.Answer.Confidence), rows.ConvertAll(row => row.Right))),
            Round(Measures.CalibrationError(own.ConvertAll(row => (double)row.Answer.Confidence), own.ConvertAll(row => row.Right))));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Round((double)part / whole);

    private static double Round(double value) => Math.Round(value, 4);
}
