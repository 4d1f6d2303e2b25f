using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using static SupportConsole.Tests.Detection.Snapshots;

namespace SupportConsole.Tests.Detection;

public sealed class TimingTests
{
    private const int Monday = 0, Friday = 4;

    [Fact]
    public void Detector_AfternoonIsAnsweredTwiceAsOften_NamesTheHoursWithTheNumbers()
    {
        var finding = Find(At((day, hour) => day <= Friday && hour is >= 9 and < 20 ? 20 : 0, (_, hour) => hour is >= 13 and < 17 ? 0.6 : 0.3)).ShouldHaveSingleItem();

        (finding.Cause, finding.Problem, finding.Facts["when.en"], finding.Facts["when.nl"]).ShouldBe(
            ("timing.hours", FailureCause.NoAnswer, "between 13:00-17:00", "tussen 13:00-17:00"));
        (finding.Facts["inside"], finding.Facts["outside"]).ShouldBe(("60", "30"));
        finding.Lost.ShouldBe(210, "of 700 calls at other times 30 in 100 more would be answered, and all that are answered complete");
    }

    [Fact]
    public void Detector_FridayIsHardlyAnswered_NamesTheDaysBefore()
    {
        var finding = Find(At((day, hour) => day <= Friday && hour is >= 9 and < 20 ? 20 : 0, (day, _) => day == Friday ? 0.1 : 0.6)).ShouldHaveSingleItem();

        (finding.Cause, finding.Facts["when.en"], finding.Facts["when.nl"]).ShouldBe(
            ("timing.weekday", "on Monday to Thursday", "op maandag tot en met donderdag"));
    }

    [Fact]
    public void Detector_HoursAndDaysBothStandOut_SaysBothInOneFinding()
    {
        var finding = Find(At(
            (day, hour) => day <= Friday && hour is >= 9 and < 20 ? 30 : 0,
            (day, hour) => (day == Friday ? 0.2 : 0.6) * (hour is >= 13 and < 17 ? 1.5 : 0.5))).ShouldHaveSingleItem();

        finding.Facts["when.en"].ShouldBe("on Monday to Thursday between 13:00-17:00");
        finding.Causes.Select(cause => cause.Cause).ShouldBe(["hours", "weekday"], ignoreOrder: true);
    }

    [Fact]
    public void Detector_HoursNobodyCalledIn_AreNotTheBest() =>
        // Without a call a window's believed rate is a half, which is more than what is seen in the morning.
        Find(At((day, hour) => day == Monday && hour is >= 9 and < 13 ? 40 : 0, (_, _) => 0.025)).ShouldBeEmpty();

    [Fact]
    public void Detector_ThreeCallsAllAnswered_AreTooFewToSayIt() =>
        Find(At((day, hour) => day != Monday ? 0 : hour is >= 9 and < 12 ? 400 : hour == 19 ? 3 : 0, (_, hour) => hour == 19 ? 1 : 0.1)).ShouldBeEmpty();

    [Fact]
    public void Detector_NearlyAllCallsAreInTheBestHours_HasTooLittleToBringBack() =>
        Find(At((day, hour) => day <= Friday ? hour is >= 13 and < 17 ? 100 : hour == 10 ? 10 : 0 : 0, (_, hour) => hour == 10 ? 0.2 : 0.8)).ShouldBeEmpty();

    /// <summary>2,000 projects of 55 to 1,100 calls, answered alike at every hour of every day: at most 1 % get a card.</summary>
    [Fact]
    public void Detector_TwoThousandProjectsAnsweredAlike_StaysQuiet()
    {
        var random = new Random(4711);
        var fired = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var (calls, rate) = (1 + random.Next(20), 0.2 + 0.7 * random.NextDouble());
            var times = new CallTimes();
            for (var hour = 0; hour < CallTimes.HoursOfWeek; hour++)
            {
                var placed = hour / 24 <= Friday && hour % 24 is >= 9 and < 20 ? calls : 0;
                Place(times, hour, placed, Enumerable.Range(0, placed).Count(_ => random.NextDouble() < rate));
            }

            return Find(times).Count > 0;
        });

        fired.ShouldBeLessThanOrEqualTo(20);
    }

    /// <summary>So many calls an hour, of which that share is answered and completes.</summary>
    private static CallTimes At(Func<int, int, int> calls, Func<int, int, double> answered)
    {
        var times = new CallTimes();
        for (var hour = 0; hour < CallTimes.HoursOfWeek; hour++)
        {
            var placed = calls(hour / 24, hour % 24);
            Place(times, hour, placed, (int)Math.Round(placed * answered(hour / 24, hour % 24)));
        }

        return times;
    }

    private static void Place(CallTimes times, int hour, int calls, int answered)
    {
        times.Add(hour, CallCountKind.Outcome, "completed", answered);
        times.Add(hour, CallCountKind.Outcome, "failed", calls - answered);
        times.Add(hour, CallCountKind.Failure, FailureCause.NoAnswer, calls - answered);
    }

    private static List<Finding> Find(CallTimes times)
    {
        var all = times.All;
        return [.. new Timing().Find(Of(Completed(all.Completed), Failed(all.Calls - all.Completed)) with { Times = times }, new DetectionOptions())];
    }
}
