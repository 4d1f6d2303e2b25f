using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

public sealed class CallWeeksTests
{
    [Fact]
    public async Task Read_OverAClockChange_PutsEachCallInItsOwnLocalHour()
    {
        await using var loop = await Loop.StartAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        DateTime saturday = Utc(28, 8, 0), monday = Utc(30, 7, 45); // 9:00 in winter time, 9:45 in summer time
        await loop.Get<WriteGate>().WriteAsync(db =>
        {
            foreach (var at in (DateTime[])[saturday, monday, Utc(1, 8, 0)])
                db.CallCounts.AddRange(Count(at, CallCountKind.Outcome, "failed"), Count(at, CallCountKind.Failure, FailureCause.NoAnswer), Count(at, CallCountKind.HangUp, ""));
            db.CallCounts.Add(Count(monday, CallCountKind.Outcome, "completed"));
            return Task.CompletedTask;
        });

        await using var context = await loop.ContextAsync();
        var (totals, times) = await CallWeeks.ReadAsync(context, loop.Project.Id, 1, Utc(20, 0, 0), monday, zone);

        (totals.Calls, totals.Completed, totals.HangUps).ShouldBe((3, 1, 2));
        times.Of((day, hour) => day == 5 && hour == 9).ShouldBe(new TimedCalls(1, 0, 0));
        times.Of((day, hour) => day == 0 && hour == 9).ShouldBe(new TimedCalls(2, 1, 1));
        times.Of((_, _) => true).ShouldBe(new TimedCalls(3, 1, 1));

        CallCount Count(DateTime at, CallCountKind kind, string value) =>
            new() { ProjectId = loop.Project.Id, Version = 1, Bucket = at, Kind = kind, Value = value, Count = 1 };
    }

    private static DateTime Utc(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, DateTimeKind.Utc);
}
