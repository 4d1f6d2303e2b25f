using SupportConsole.Domain.Detection;

namespace SupportConsole.Tests.Detection;

public sealed class SteadyStretchTests
{
    private const int Minimum = 20;

    [Fact]
    public void Start_RateFellAfterTwelveDays_LeavesTheDaysBeforeOut() =>
        SteadyStretch.Start([.. Days(12, hits: 8, total: 10), .. Days(18, hits: 3, total: 10)], Minimum).ShouldBe(12);

    [Fact]
    public void Start_RateChangedTwice_KeepsTheLastOnly() =>
        SteadyStretch.Start([.. Days(10, 9, 10), .. Days(10, 2, 10), .. Days(10, 7, 10)], Minimum).ShouldBe(20);

    [Fact]
    public void Start_OneRateAllAlong_KeepsEveryDay() => SteadyStretch.Start(Days(30, 6, 10), Minimum).ShouldBe(0);

    [Fact]
    public void Start_TooFewCallsSinceTheChange_KeepsEveryDay() =>
        SteadyStretch.Start([.. Days(20, 9, 10), .. Days(1, 0, 10)], Minimum).ShouldBe(0);

    [Fact]
    public void Start_WithoutDays_IsTheFirst() => SteadyStretch.Start([new Rate(0, 0)], Minimum).ShouldBe(0);

    [Fact]
    public void Start_OfSteadyProjects_CutsAtMostOneInTwenty()
    {
        var random = new Random(20_260_126);
        var cut = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var rate = 0.1 + 0.8 * random.NextDouble();
            Rate[] days = [.. Enumerable.Range(0, 30).Select(_ => Draw(random, rate, 1 + random.Next(20)))];
            return SteadyStretch.Start(days, Minimum) > 0;
        });

        cut.ShouldBeLessThanOrEqualTo(100);
    }

    private static Rate[] Days(int count, int hits, int total) => [.. Enumerable.Repeat(new Rate(hits, total), count)];

    private static Rate Draw(Random random, double rate, int total) => new(Enumerable.Range(0, total).Count(_ => random.NextDouble() < rate), total);
}
