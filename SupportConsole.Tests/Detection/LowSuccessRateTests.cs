using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using static SupportConsole.Tests.Detection.Snapshots;

namespace SupportConsole.Tests.Detection;

public sealed class LowSuccessRateTests
{
    [Fact]
    public void Detector_MostCallsFail_NamesTheCommonestCause()
    {
        var finding = Find(Completed(30), Failed(70), Failure(FailureCause.NoAnswer, 40), Failure(FailureCause.EarlyHangUp, 30)).ShouldHaveSingleItem();

        finding.Cause.ShouldBe("success.no_answer");
        (finding.Hits, finding.Total, finding.Lost).ShouldBe((30, 100, 40));
        finding.Certainty.ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void Detector_ReasonsMostlyUnknown_DoesNotBlameASmallNamedCause()
    {
        var finding = Find(Completed(20), Failed(80), Failure(FailureCause.Other, 75), Failure(FailureCause.NoAnswer, 5)).ShouldHaveSingleItem();

        finding.Cause.ShouldBe("success.other");
        finding.Lost.ShouldBe(75);
    }

    [Theory]
    [InlineData(80, 20)] // healthy
    [InlineData(2, 17)] // too few calls to speak of
    [InlineData(49, 51)] // under the line, but it may well be chance
    public void Detector_NothingSureIsWrong_StaysQuiet(int completed, int failed) =>
        Find(Completed(completed), Failed(failed), Failure(FailureCause.NoAnswer, failed)).ShouldBeEmpty();

    [Fact]
    public void Detector_StrictestSettingsAndNoFailure_StaysQuiet() =>
        new LowSuccessRate().Find(Of(Completed(20)), new DetectionOptions { SuccessThreshold = 0.99, Certainty = 0.8 }).ShouldBeEmpty();

    private static List<Finding> Find(params (CallCountKind, string, int)[] counts) =>
        [.. new LowSuccessRate().Find(Of(counts), new DetectionOptions())];
}
