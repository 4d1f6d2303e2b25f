using SupportConsole.Domain.Detection;

namespace SupportConsole.Tests.Detection;

public sealed class SteadyStretchTests
{
    private const int Minimum = 20;

    [Fact]
    public void Start_RateFellAfterTwelveDays_LeavesTheDaysBeforeOut() =>
        Start([.. Days(12, hits: 8, total: 10), .. Days(18, hits: 3, total: 10)]).ShouldBe(12);

    [Fact]
    public void Start_RateChangedTwice_KeepsTheLastOnly() =>
        Start([.. Days(10, 9, 10), .. Days(10, 2, 10), .. Days(10, 7, 10)]).ShouldBe(20);

    [Fact]
    public void Start_OneRateAllAlong_KeepsEveryDay() => Start(Days(30, 6, 10)).ShouldBe(0);

    [Fact]
    public void Start_TooFewCallsSinceTheChange_KeepsEveryDay() =>
        Start([.. Days(20, 9, 10), .. Days(1, 0, 10)]).ShouldBe(0);

    [Fact]
    public void Start_WithoutDays_IsTheFirst() => Start([new Rate(0, 0)]).ShouldBe(0);

    [Fact]
    public void Start_SomeWeekdaysAlwaysGoWorse_IsNoChange() =>
        Start([.. Enumerable.Range(0, 30).Select(day => day % 7 < 3 ? new Rate(16, 20) : new Rate(6, 20))]).ShouldBe(0);

    [Fact]
    public void Start_RateFellOnEveryWeekday_IsFoundInSpiteOfTheirRhythm() =>
        Start([.. Enumerable.Range(0, 30).Select(day => new Rate((day % 7 < 3 ? 16 : 10) - (day < 14 ? 0 : 8), 20))]).ShouldBe(14);

    [Fact]
    public void Start_OfSteadyProjects_CutsAtMostOneInTwenty()
    {
        var random = new Random(20_260_126);
        var cut = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var rate = 0.1 + 0.8 * random.NextDouble();
            Rate[] days = [.. Enumerable.Range(0, 30).Select(_ => Draw(random, rate, 1 + random.Next(20)))];
            return Start(days) > 0;
        });

        cut.ShouldBeLessThanOrEqualTo(100);
    }

    private static int Start(IReadOnlyList<Rate> days) =>
        SteadyStretch.Start([.. days.Select((rate, index) => (new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc).AddDays(index), rate))], Minimum);

    private static Rate[] Days(int count, int hits, int total) => [.. Enumerable.Repeat(new Rate(hits, total), count)];

    private static Rate Draw(Random random, double rate, int total) => new(Enumerable.Range(0, total).Count(_ => random.NextDouble() < rate), total);
}
