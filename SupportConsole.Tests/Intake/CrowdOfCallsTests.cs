using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Intake;

/// <summary>When more comes in than a batch holds, calls are counted first and their projects looked at after: nobody's card may be lost by it.</summary>
public sealed class CrowdOfCallsTests
{
    private const int Projects = 8;
    private const int Each = 30;

    [Theory]
    [InlineData("200", "2000")] // more projects than are looked at in one commit
    [InlineData("7", "50")] // many full batches
    public async Task Crowd_OfManyProjects_GivesEachItsCardAndLeavesNothingToLookAt(string batch, string bulk)
    {
        await using var console = await ApiConsole.StartAsync(null, ("Intake:BatchSize", batch), ("Intake:BulkSize", bulk));
        for (var i = 0; i < Projects; i++)
        {
            var draft = new ProjectDraft($"project-{i}", $"Project {i}", "", "en", [new CaptureField("price", "price")], Loop.Instructions);
            await console.Get<ProjectEditing>().CreateAsync(draft, Loop.Admin);
        }

        var now = console.Get<TimeProvider>().GetUtcNow();
        await console.Get<CallIntake>().RecordAsync("test", [.. Enumerable.Range(0, Projects * Each).Select(i => Unconfirmed($"call-{i}", $"project-{i % Projects}", now))]);
        while (await console.Get<EventPipeline>().ProcessAsync() > 0)
        {
        }

        await using var db = await console.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        (await db.Suggestions.Where(card => card.Cause == "missing.not_confirmed").Select(card => card.ProjectId).Distinct().CountAsync()).ShouldBe(Projects);
        (await db.Projects.CountAsync(project => project.IsCheckDue)).ShouldBe(0);
        (await db.CallCounts.Where(row => row.Kind == CallCountKind.Outcome).SumAsync(row => row.Count)).ShouldBe(Projects * Each);
    }

    [Fact]
    public async Task Crash_BetweenCountingAndLooking_IsMadeGoodAtTheNextStart()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(Each, captured: 0);
        await loop.Get<WriteGate>().WriteAsync(async db =>
        {
            await db.Notifications.ExecuteDeleteAsync();
            await db.Suggestions.ExecuteDeleteAsync();
            await db.Projects.ExecuteUpdateAsync(project => project.SetProperty(row => row.IsCheckDue, true));
        });

        using (var started = ActivatorUtilities.CreateInstance<EventPipeline>(loop.Host.Services))
            (await started.ProcessAsync()).ShouldBe(0);

        (await loop.OpenCardAsync()).ShouldNotBeNull();
    }

    private static CallEnded Unconfirmed(string id, string project, DateTimeOffset at) => new(
        id, project, null, null, CallStatus.Completed, null, CallEnding.Agent, at, 90, [],
        [new CallEnded.Line(Speaker.Agent, "What price do you have in mind?", 0), new CallEnded.Line(Speaker.Customer, "Around 200 a month.", 4000)]);
}
