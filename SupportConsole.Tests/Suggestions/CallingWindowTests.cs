using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Tests.Suggestions;

public sealed class CallingWindowTests
{
    private const int Minimum = 20;
    private const int Projects = 300;

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void Best_AnsweredAlikeAtEveryHour_NamesAWindowInAtMostOneOfTwentyProjects(int callsAnHour)
    {
        var random = new Random(4711);
        var named = 0;
        for (var project = 0; project < Projects; project++)
        {
            var calls = Hours(hour => hour is >= 9 and < 20 ? callsAnHour : 0);
            var answered = Hours(hour => Enumerable.Range(0, calls[hour]).Count(_ => random.NextDouble() < 0.35));
            named += CallingWindow.Best(calls, answered, Minimum) is null ? 0 : 1;
        }

        named.ShouldBeLessThanOrEqualTo(Projects / 20);
    }

    [Fact]
    public void Best_AfternoonIsAnsweredTwiceAsOften_IsTheAfternoon()
    {
        var calls = Hours(hour => hour is >= 9 and < 20 ? 40 : 0);

        CallingWindow.Best(calls, Hours(hour => calls[hour] * (hour is >= 13 and < 17 ? 60 : 30) / 100), Minimum).ShouldBe("13:00-17:00");
    }

    [Fact]
    public void Best_HoursNobodyCalledIn_AreNotTheBest()
    {
        // Without a call a window's believed rate is a half, which is more than what is seen in the morning.
        var calls = Hours(hour => hour is >= 9 and < 13 ? 40 : 0);

        CallingWindow.Best(calls, Hours(hour => calls[hour] / 40), Minimum).ShouldBeNull();
    }

    [Fact]
    public void Best_ThreeCallsAllAnswered_AreTooFewToSayIt()
    {
        var calls = Hours(hour => hour is >= 9 and < 12 ? 400 : hour == 19 ? 3 : 0);

        CallingWindow.Best(calls, Hours(hour => hour == 19 ? 3 : calls[hour] / 10), Minimum).ShouldBeNull();
    }

    private static int[] Hours(Func<int, int> count) => [.. Enumerable.Range(0, 24).Select(count)];
}
