using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using static SupportConsole.Tests.Detection.Snapshots;

namespace SupportConsole.Tests.Detection;

public sealed class HangUpsTests
{
    private static readonly string Price = HangUpPoint.AtField("price");

    [Fact]
    public void Detector_MostLeaveAtOneQuestion_NamesTheField()
    {
        var finding = Find(Completed(60), Failed(40), At(Price, 30), At(HangUpPoint.Opening, 5), At(HangUpPoint.Talk, 3)).ShouldHaveSingleItem();

        (finding.Cause, finding.Field!.Key, finding.Lost, finding.Hits, finding.Total).ShouldBe(("hang_up.at_field", "price", 30, 60, 100));
        finding.Causes.Select(cause => cause.Cause).ShouldBe(["at_field:price", "opening", "talk"]);
        finding.Problem.ShouldBe(HangUps.LostCalls);
    }

    [Fact]
    public void Detector_MostLeaveInTheOpening_NamesIt() =>
        Find(Completed(60), Failed(40), At(HangUpPoint.Opening, 32), At(Price, 8)).ShouldHaveSingleItem().Cause.ShouldBe("hang_up.opening");

    [Fact]
    public void Detector_ManyLeaveHalfwayAtNoSinglePoint_NamesTheLengthOfTheTalk()
    {
        var finding = Find(Completed(60), Failed(40), At(Price, 14), At(HangUpPoint.Talk, 12), At(HangUpPoint.Question, 10), At(HangUpPoint.Opening, 4)).ShouldHaveSingleItem();

        (finding.Cause, finding.Field, finding.Lost).ShouldBe(("hang_up.long", null, 36));
    }

    [Theory]
    [InlineData(12, 0, 60)] // too few hang-ups to speak of
    [InlineData(22, 20, 60)] // two points alike
    [InlineData(30, 3, 600)] // one point, but of all calls hardly any
    [InlineData(24, 3, 200)] // just over a tenth of all calls: it may well be chance
    public void Detector_NothingSureIsWrong_StaysQuiet(int atPrice, int opening, int completed) =>
        Find(Completed(completed), Failed(atPrice + opening), At(Price, atPrice), At(HangUpPoint.Opening, opening)).ShouldBeEmpty();

    [Fact]
    public void Detector_FieldThatTheProjectNoLongerHas_StaysQuiet() =>
        Find(Completed(60), Failed(40), At(HangUpPoint.AtField("gone"), 40)).ShouldBeEmpty();

    /// <summary>2,000 projects in which 2 to 8 % of the customers hang up, anywhere: at most 1 % get a card.</summary>
    [Fact]
    public void Detector_TwoThousandHealthyProjects_StaysQuiet()
    {
        var random = new Random(4711);
        string[] points = [HangUpPoint.Opening, Price, HangUpPoint.Question, HangUpPoint.Talk];
        var fired = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var (calls, rate) = (20 + random.Next(1_500), 0.02 + 0.06 * random.NextDouble());
            var left = Enumerable.Range(0, calls).Count(_ => random.NextDouble() < rate);
            var at = Enumerable.Range(0, left).Select(_ => points[random.Next(points.Length)]).CountBy(point => point);
            return Find([Completed(calls - left), Failed(left), .. at.Select(point => At(point.Key, point.Value))]).Count > 0;
        });

        fired.ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public void LowSuccessRate_OfHangUps_IsAboutTheSameLostCalls() =>
        new LowSuccessRate().Find(Of(Completed(20), Failed(80), Failure(FailureCause.LateHangUp, 80)), new DetectionOptions())
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.Problem.ShouldBe(HangUps.LostCalls), found => found.IsGeneral.ShouldBeTrue());

    private static (CallCountKind Kind, string Value, int Count) At(string point, int count) => (CallCountKind.HangUpPoint, point, count);

    private static List<Finding> Find(params (CallCountKind, string, int)[] counts) => [.. new HangUps().Find(Of(counts), new DetectionOptions())];
}
