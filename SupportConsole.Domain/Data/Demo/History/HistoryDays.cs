using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Data.Demo.History;

/// <summary>The days of the history in the workspace's zone: when somebody looks at the console, and when calls are placed.</summary>
public sealed class HistoryDays(IOptions<WorkspaceOptions> workspace)
{
    /// <summary>Part of a working day's calls that is placed on a Saturday or Sunday.</summary>
    private const double Weekend = 0.6;

    /// <summary>Minutes into the day at which somebody looks, give or take: around noon and late in the afternoon.</summary>
    private static readonly int[] Looks = [690, 1010];

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.Value.TimeZone);

    /// <summary>A time of the day that lies so many days before the day of <paramref name="now"/>.</summary>
    public DateTimeOffset At(DateTimeOffset now, int daysAgo, TimeSpan time)
    {
        var local = Local(now).Date.AddDays(-daysAgo) + time;
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public DateTimeOffset StartOf(DemoStory story, DateTimeOffset now) => At(now, story.StartsDaysAgo, new TimeSpan(8, 40, 0));

    /// <summary>Sometime in the working day, the same for the same edit.</summary>
    public DateTimeOffset TimeOf(DemoStory story, StoryEdit edit, DateTimeOffset now) =>
        At(now, edit.DaysAgo, TimeSpan.FromMinutes(9 * 60 + Drawing.For(story.ExternalId + edit.Why).Next(5 * 60)));

    /// <summary>The moments at which the history stops to process, judge and decide: two a day, each beginning and edit, and now.</summary>
    public List<DateTimeOffset> Ticks(IReadOnlyList<DemoStory> stories, DateTimeOffset now)
    {
        var days = stories.Max(story => story.StartsDaysAgo);
        var ticks = Enumerable.Range(0, days + 1).SelectMany(ago => Looks.Select((minute, i) =>
            At(now, ago, TimeSpan.FromMinutes(minute + Drawing.For($"{ago}/{i}").Next(100)))));
        var own = stories.SelectMany(story => story.Edits.Select(edit => TimeOf(story, edit, now)).Append(StartOf(story, now)));
        return [.. ticks.Concat(own).Where(tick => tick >= stories.Min(story => StartOf(story, now)) && tick < now).Append(now).Order()];
    }

    /// <summary>The calls that an agent places between two moments: their ids and when they start.</summary>
    public IEnumerable<(string Id, DateTimeOffset At, int Hour)> Calls(DemoAgent agent, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var today = Local(now).Date;
        for (var quarter = new DateTimeOffset(from.UtcTicks - from.UtcTicks % Quarter.Ticks, TimeSpan.Zero); quarter < to; quarter += Quarter)
        {
            var local = Local(quarter);
            var id = $"{agent.Story.ExternalId}-{(today - local.Date).Days:00}-{local:HHmm}";
            var random = Drawing.For(id);
            var expected = PerDay(agent.Story, local.DayOfWeek) * PartOfDay(agent, TimeOnly.FromTimeSpan(local.TimeOfDay)) / 4;
            var count = (int)expected + (random.Chance(expected - (int)expected) ? 1 : 0);
            for (var i = 0; i < count; i++)
            {
                var at = quarter + Quarter * random.NextDouble();
                if (at >= from && at < to)
                {
                    yield return ($"{id}-{i}", at, local.Hour);
                }
            }
        }
    }

    public int HourOf(DateTimeOffset at) => Local(at).Hour;

    public TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromTimeSpan(Local(at).TimeOfDay);

    private static double PerDay(DemoStory story, DayOfWeek day) =>
        story.CallsPerDay * (day is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : 1);

    /// <summary>The part of a day's calls that falls in the hour: by the story's rhythm, or evenly over the hours that the instructions name.</summary>
    private static double PartOfDay(DemoAgent agent, TimeOnly time)
    {
        if (agent.Traits.Hours is not { } hours)
        {
            return agent.Story.Odds.DialledAt(time.Hour) / Enumerable.Range(0, 24).Sum(agent.Story.Odds.DialledAt);
        }

        var quarters = Enumerable.Range(0, 96).Count(quarter => hours.Allow(new TimeOnly(quarter / 4, quarter % 4 * 15)));
        return hours.Allow(time) ? 4.0 / Math.Max(1, quarters) : 0;
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);
}
