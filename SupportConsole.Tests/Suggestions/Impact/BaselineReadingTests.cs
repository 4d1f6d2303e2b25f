using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions.Impact;

/// <summary>What a card's effect is compared with must be what its evidence and its promise speak of, or a good card is called not held.</summary>
public sealed class BaselineReadingTests
{
    private const int Earlier = 40;
    private const int Now = 30;

    [Theory]
    [InlineData(Earlier, Now)] // On the version before it all was well: those calls say nothing of now.
    [InlineData(16, Now + Earlier)] // The same rate as now: they are as good as these.
    public async Task Before_OfAVersionMadeToday_HoldsEarlierOnesOnlyWhereTheirRateWasTheSame(int captured, int expected)
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(Earlier, captured);
        loop.Clock.Advance(TimeSpan.FromMinutes(20));
        await loop.Get<ProjectEditing>().SaveInstructionsAsync(loop.Project.Id, 1, Loop.Instructions + "\n## Closing\nSay goodbye.\n", "a goodbye", Loop.Admin);
        loop.Clock.Advance(TimeSpan.FromMinutes(20));
        await loop.CallsAsync(Now, captured: 12);
        var row = await loop.OpenCardAsync();

        (await loop.Decisions.AcceptAsync(row.Id, row.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);

        await using var db = await loop.ContextAsync();
        (await db.Suggestions.FindAsync(row.Id))!.Applied!.Before.Calls.ShouldBe(expected);
    }
}
