using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using static SupportConsole.Tests.Detection.Snapshots;

namespace SupportConsole.Tests.Detection;

public sealed class MissingDataTests
{
    [Fact]
    public void Detector_FieldOftenMissing_NamesFieldAndCause()
    {
        var finding = Find(Captured("price", 64), Missing("price", MissingCause.NotConfirmed, 71), Missing("price", MissingCause.NotAsked, 25)).ShouldHaveSingleItem();

        finding.Cause.ShouldBe("missing.not_confirmed");
        finding.Field!.Key.ShouldBe("price");
        (finding.Hits, finding.Total, finding.Lost).ShouldBe((64, 160, 71));
    }

    [Fact]
    public void Detector_OptionalFieldMissing_StaysQuiet() =>
        Find(Captured("note", 10), Missing("note", MissingCause.NotAsked, 150)).ShouldBeEmpty();

    [Theory]
    [InlineData(160, 20)] // seldom missing
    [InlineData(19, 19)] // too few calls
    [InlineData(100, 31)] // past the line, but it may well be chance
    public void Detector_NothingSureIsWrong_StaysQuiet(int completed, int missing) =>
        Find(Captured("price", completed - missing), Missing("price", MissingCause.NotAsked, missing)).ShouldBeEmpty();

    [Fact]
    public void Detector_FieldAddedLately_CountsOnlyTheCallsSince() =>
        Find(Completed(500), Captured("price", 2), Missing("price", MissingCause.NotAsked, 28)).ShouldHaveSingleItem().Total.ShouldBe(30);

    [Fact]
    public void Detector_StrictestSettingsAndNothingMissing_StaysQuiet() =>
        new MissingData().Find(Of(Captured("price", 20)), new DetectionOptions { MissingThreshold = 0.01, Certainty = 0.8 }).ShouldBeEmpty();

    private static List<Finding> Find(params (CallCountKind, string, int)[] counts) =>
        [.. new MissingData().Find(Of(counts), new DetectionOptions())];
}
