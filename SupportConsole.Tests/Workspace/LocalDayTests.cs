using SupportConsole.Domain.Workspace;

namespace SupportConsole.Tests.Workspace;

public sealed class LocalDayTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>A call at 00:30 belongs to the day on the wall, and the day the clock moves is no 24 hours.</summary>
    [Fact]
    public void Last_OverTheSpringChange_HasADayOf23Hours()
    {
        var days = LocalDay.Last(3, new DateTime(2026, 3, 30, 9, 0, 0, DateTimeKind.Utc), Amsterdam);

        days.Select(day => day.Day).ShouldBe([new DateOnly(2026, 3, 28), new DateOnly(2026, 3, 29), new DateOnly(2026, 3, 30)]);
        days.Select(day => (day.To - day.From).TotalHours).ShouldBe([24, 23, 24]);
        days[1].From.ShouldBe(new DateTime(2026, 3, 28, 23, 0, 0, DateTimeKind.Utc));
        days.Zip(days.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
    }

    [Fact]
    public void Last_LateInTheEvening_IsTheLocalDay() =>
        LocalDay.Last(1, new DateTime(2026, 3, 2, 23, 30, 0, DateTimeKind.Utc), Amsterdam)[0].Day.ShouldBe(new DateOnly(2026, 3, 3));

    [Fact]
    public void Last_WhereMidnightItselfIsSkipped_StartsAfterIt() =>
        LocalDay.Last(1, new DateTime(2026, 9, 6, 12, 0, 0, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById("America/Santiago"))[0]
            .From.ShouldBe(new DateTime(2026, 9, 6, 4, 0, 0, DateTimeKind.Utc));
}
