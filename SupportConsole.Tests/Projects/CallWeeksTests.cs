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
        var (totals, times) = CallWeeks.Read(context, loop.Project.Id, 1, Utc(20, 0, 0), monday, zone);

        (totals.Calls, totals.Completed, totals.HangUps).ShouldBe((3, 1, 2));
        times.Of(5, 5, 9, 10).ShouldBe(new TimedCalls(1, 0, 0));
        times.Of(0, 0, 9, 10).ShouldBe(new TimedCalls(2, 1, 1));
        times.All.ShouldBe(new TimedCalls(3, 1, 1));

        CallCount Count(DateTime at, CallCountKind kind, string value) =>
            new() { ProjectId = loop.Project.Id, Version = 1, Bucket = at, Kind = kind, Value = value, Count = 1 };
    }

    [Fact]
    public async Task Read_AgainAfterACallOfAnEarlierDayCameInLate_CountsItToo()
    {
        await using var loop = await Loop.StartAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        for (var day = 1; day < 20; day++)
            await loop.Get<WriteGate>().WriteAsync(db => { CallCounting.Add(db, loop.Project, [Ended($"{day}", Utc(day, 9, 0))]); return Task.CompletedTask; });
        (await ReadAsync()).ShouldBe((19, 19));
        (await ReadAsync()).ShouldBe((19, 19), "the whole days are summed once and kept");

        await loop.Get<WriteGate>().WriteAsync(db => { CallCounting.Add(db, loop.Project, [Ended("late", Utc(3, 9, 0)), Ended("now", Utc(20, 9, 0))]); return Task.CompletedTask; });

        (await ReadAsync()).ShouldBe((21, 21), "a card would else stand on calls that are not all of them");

        Task<(int, int)> ReadAsync() => loop.Get<WriteGate>().WriteAsync(db =>
        {
            var (totals, times) = CallWeeks.Read(db, loop.Project.Id, 1, Utc(1, 3, 0), Utc(20, 12, 0), zone);
            return Task.FromResult((totals.Calls, times.All.Calls));
        });

        Call Ended(string id, DateTime at) => new()
        {
            Source = "test",
            ExternalId = id,
            ProjectId = loop.Project.Id,
            InstructionVersion = 1,
            Status = CallStatus.Completed,
            StartedAt = at,
            DurationSeconds = 60,
            ReceivedAt = at,
        };
    }

    private static DateTime Utc(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, DateTimeKind.Utc);
}
