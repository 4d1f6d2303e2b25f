using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Detection;

public sealed class SteadyFindingTests
{
    private static readonly DateTime First = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DetectionOptions Options = new();

    [Fact]
    public void Finding_RateFellHalfway_CountsOnlyTheDaysSince()
    {
        var steady = Of([.. Days(12, captured: 9, missing: 1), .. Days(8, captured: 1, missing: 9)]).ShouldNotBeNull();

        (steady.Finding.Hits, steady.Finding.Total, steady.Finding.Lost, steady.Calls).ShouldBe((8, 80, 72, 80));
        (steady.Since, steady.InWindow).ShouldBe((First.AddDays(12), 200));
    }

    [Fact]
    public void Finding_RateNeverChanged_IsItself()
    {
        var steady = Of(Days(20, captured: 4, missing: 6)).ShouldNotBeNull();

        (steady.Finding.Total, steady.InWindow, steady.Since).ShouldBe((200, 200, null));
    }

    [Fact]
    public void Finding_ThatCameRightByItself_IsNoMore() =>
        Of([.. Days(15, captured: 1, missing: 9), .. Days(5, captured: 10, missing: 0)]).ShouldBeNull();

    [Fact]
    public void Finding_ThatCameRightOnTooFewCallsToKnow_IsItself() =>
        Of([.. Days(15, captured: 1, missing: 9), .. Days(1, captured: 10, missing: 0)]).ShouldNotBeNull().Since.ShouldBeNull();

    [Fact]
    public void Finding_OfHoursOfTheWeek_KeepsTheWholeWindow()
    {
        var snapshot = Snapshot(Days(20, captured: 4, missing: 6));
        var finding = new Finding(Timing.DetectorName, Metric.SuccessRate, "timing.hours", null, 200, 200, 30, 0.05, 0.99, []);

        SteadyFinding.Of(new Timing(), snapshot, Counted([.. Days(12, 9, 1), .. Days(8, 1, 9)]), finding, Options)!.Finding.ShouldBe(finding);
    }

    private static SteadyFinding? Of((int Captured, int Missing)[] days)
    {
        var detector = new MissingData();
        var snapshot = Snapshot(days);
        return SteadyFinding.Of(detector, snapshot, Counted(days), detector.Find(snapshot, Options).ShouldHaveSingleItem(), Options);
    }

    private static (int Captured, int Missing)[] Days(int count, int captured, int missing) => [.. Enumerable.Repeat((captured, missing), count)];

    private static ProjectSnapshot Snapshot((int Captured, int Missing)[] days) => Snapshots.Of(
        Snapshots.Completed(days.Sum(day => day.Captured + day.Missing)), Snapshots.Captured("price", days.Sum(day => day.Captured)),
        Snapshots.Missing("price", MissingCause.NotAsked, days.Sum(day => day.Missing)));

    private static List<CountedDay> Counted((int Captured, int Missing)[] days) =>
        [.. days.Select((day, index) => new CountedDay(1, First.AddDays(index), Snapshot([day]).Totals, new CallTimes()))];
}
