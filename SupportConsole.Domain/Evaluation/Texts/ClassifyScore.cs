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
        var report = HeldOutReport.Of(truth, answers);
        var confidence = truth.Zip(answers).ToLookup(pair => pair.First != LearningOptions.OutOfScope, pair => (double)pair.Second.Confidence);
        return new ClassifyScore(
            Round(report.Accuracy),
            Round(report.MacroF1),
            report.Strangers == 0 ? null : Round(Measures.Auroc([.. confidence[true]], [.. confidence[false]])),
            Round(report.AutoShare),
            Round(report.AutoPrecision),
            Round(answers.Count == 0 ? 0 : (double)answers.Count(answer => answer.Decision == Decision.Suggest) / answers.Count),
            report.Strangers == 0 ? null : Round(report.StrangersAnswered),
            Round(report.Ece),
            Round(report.EceInScope));
    }

    private static double Round(double value) => Math.Round(value, 4);
}
