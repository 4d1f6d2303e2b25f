using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

public sealed class ProjectQueriesTests
{
    [Fact]
    public async Task List_PageByPage_HoldsEveryProjectOnceInOrder()
    {
        await using var loop = await Loop.StartAsync();
        foreach (var name in new[] { "B", "A", "A", "D", "C" })
            await loop.Get<ProjectEditing>().CreateAsync(new ProjectDraft(null, name, null, "en", null, null), Loop.Admin);
        var queries = loop.Get<ProjectQueries>();
        var (names, cursor) = (new List<string>(), (string?)null);

        do
        {
            var slice = await queries.ListAsync(ProjectStatus.Active, cursor: cursor, take: 2);
            names.AddRange(slice.Rows.Select(row => row.ExternalId));
            cursor = slice.NextCursor;
        }
        while (cursor is not null);

        names.ShouldBe(["a", "a-2", "b", "c", "cars", "d"]);
    }

    [Theory]
    [InlineData("finance", 1)]
    [InlineData("CARS", 1)]
    [InlineData("100%", 0)]
    [InlineData("_", 0)]
    public async Task List_Filtered_MatchesNameAndIdAndTakesSignsAsTheyAre(string text, int found)
    {
        await using var loop = await Loop.StartAsync();

        (await loop.Get<ProjectQueries>().ListAsync(ProjectStatus.Active, text)).Rows.Count.ShouldBe(found);
    }

    /// <summary>A day on the chart is the day on the wall of the office, also on the night the clock moves.</summary>
    [Fact]
    public async Task Window_OverAClockChange_CountsEachCallOnItsLocalDay()
    {
        await using var loop = await Loop.StartAsync();
        foreach (var utc in new[] { "2026-03-28T22:30", "2026-03-28T23:30", "2026-03-29T21:30", "2026-03-29T22:30" })
            await CallAsync(loop, utc);
        loop.Clock.SetNow(DateTimeOffset.Parse("2026-03-30T10:00Z", System.Globalization.CultureInfo.InvariantCulture));

        var window = await loop.Get<ProjectQueries>().WindowAsync(loop.Project.Id, 3);
        var pace = (await loop.Get<ProjectQueries>().PacesAsync([loop.Project.Id], 3))[loop.Project.Id];

        window.Days.Select(day => day.Totals.Calls).ShouldBe([1, 2, 1]);
        window.Total.Calls.ShouldBe(4);
        pace.Calls.ShouldBe([1, 2, 1]);
        pace.Completed.ShouldBe(4);
    }

    [Fact]
    public async Task OpenCards_OfAProject_AreCountedWithoutTheSnoozed()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(40, captured: 12);
        var card = await loop.OpenCardAsync();
        var counts = loop.Get<OpenCardCounts>();

        (await counts.ReadAsync([loop.Project.Id]))[loop.Project.Id].ShouldBe(1);
        await loop.Decisions.SnoozeAsync(card.Id, null, loop.Clock.GetUtcNow().UtcDateTime.AddDays(1), Loop.Admin);
        (await counts.ReadAsync([loop.Project.Id])).ShouldBeEmpty();
    }

    private static async Task CallAsync(Loop loop, string utc)
    {
        loop.Clock.SetNow(DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture));
        await loop.CallsAsync(1, captured: 1);
    }
}
