using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Tests.Triage.Learning;

/// <summary>A figure means one thing, wherever it stands: hand-counted over traffic with texts that belong to no label.</summary>
public sealed class HeldOutReportTests
{
    private static readonly string[] Truths = ["a", "a", "a", "b", "b", "oos", "oos", "oos"];

    private static readonly Classification[] Answers =
    [
        new("a", 0.9f, Decision.Auto), new("a", 0.8f, Decision.Auto), new("b", 0.7f, Decision.Auto), // one of three is wrong
        new("b", 0.4f, Decision.Suggest), new("c", 0.3f, Decision.Suggest),
        new("a", 0.9f, Decision.Auto), new("b", 0.2f, Decision.Escalate), new("b", 0.1f, Decision.Escalate), // one of three strangers is answered
    ];

    [Fact]
    public void Report_KeepsCounts_AndItsSharesFollowFromThem()
    {
        var report = HeldOutReport.Of(Truths, Answers);

        (report.Texts, report.Strangers, report.Right, report.Auto, report.AutoRight, report.StrangersAuto).ShouldBe((5, 3, 3, 3, 2, 1));
        (report.Accuracy, report.AutoShare, report.AutoPrecision, report.StrangersAnswered).ShouldBe((3 / 5.0, 4 / 8.0, 2 / 4.0, 1 / 3.0));
        (report.AutoShareInScope, report.AutoPrecisionInScope).ShouldBe((3 / 5.0, 2 / 3.0));
        report.Calibration.Sum(bin => bin.Count).ShouldBe(8);
    }

    [Fact]
    public void Evaluate_AndThePage_SayTheSame()
    {
        var (report, score) = (HeldOutReport.Of(Truths, Answers), ClassifyScore.Of(Truths, Answers));

        (score.Accuracy, score.AutoShare, score.AutoPrecision, score.OosAnswered).ShouldBe((report.Accuracy, report.AutoShare, report.AutoPrecision, Math.Round(report.StrangersAnswered, 4)));
        (score.Ece, score.EceInScope).ShouldBe((Math.Round(report.Ece, 4), Math.Round(report.EceInScope, 4)));
        score.Ece.ShouldNotBe(score.EceInScope);
        (score.SuggestShare, score.Auroc).ShouldBe((0.25, 0.7));
    }

    [Fact]
    public void Label_ThatWasNeverAnsweredOrNeverThere_HasNoShareRatherThanZero()
    {
        var scores = HeldOutReport.Of(["a", "a", "b"], [new("a", 1, Decision.Auto), new("c", 1, Decision.Auto), new("a", 1, Decision.Auto)]).Labels;

        scores.Select(score => (score.Label, score.Recall, score.Precision)).ShouldBe([("a", 0.5, 0.5), ("b", 0.0, null), ("c", null, 0.0)]);
    }
}
