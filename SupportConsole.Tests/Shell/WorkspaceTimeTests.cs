using System.Globalization;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Workspace;
using SupportConsole.Shell;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Shell;

public sealed class WorkspaceTimeTests
{
    private readonly WorkspaceTime _time = new(new Always(new()), new FakeClock());

    [Fact]
    public void Local_InSummerAndInWinter_FollowsTheZone()
    {
        _time.Local(new(2026, 7, 1, 10, 0, 0)).Hour.ShouldBe(12);
        _time.Local(new(2026, 1, 1, 10, 0, 0)).Hour.ShouldBe(11);
    }

    [Theory]
    [InlineData("2026-03-29 02:30", "2026-03-29 01:30")] // Skipped: 02:00 became 03:00.
    [InlineData("2026-10-25 02:30", "2026-10-25 00:30")] // Twice: the first of the two.
    [InlineData("2026-06-01 09:00", "2026-06-01 07:00")]
    public void Utc_OfALocalTime_IsAlwaysOneMoment(string local, string utc) =>
        _time.Utc(Parsed(local)).ShouldBe(Parsed(utc));

    [Fact]
    public void DateAndTime_InDutch_UsesDutchMonths()
    {
        CultureInfo.CurrentCulture = new("nl");

        _time.DateAndTime(new(2026, 5, 4, 7, 5, 0)).ShouldBe("4 mei 2026 09:05");
    }

    private static DateTime Parsed(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private sealed class Always(WorkspaceOptions options) : IOptionsMonitor<WorkspaceOptions>
    {
        public WorkspaceOptions CurrentValue => options;

        public WorkspaceOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<WorkspaceOptions, string?> listener) => null;
    }
}
