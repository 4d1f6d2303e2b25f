using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Jobs;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Jobs;

public sealed class JobsTests : IAsyncDisposable
{
    private static readonly Actor Admin = new("test");

    private readonly ConsoleHost _host = new() { Settings = { ["Jobs:Enabled"] = "true" } };

    [Fact]
    public async Task Schedule_On_HasEachJobWithItsNextRun()
    {
        _ = _host.Address;

        var jobs = await Control.ListAsync();

        jobs.Select(job => job.Name).ShouldBe(["sweep_projects", "measure_impact", "apply_accepted"]);
        jobs.ShouldAllBe(job => job.Next != null && job.Last == null);
    }

    [Fact]
    public async Task RunNow_EveryJob_RunsAndIsInTheAudit()
    {
        _ = _host.Address;
        foreach (var job in await Control.ListAsync())
        {
            var run = await RunAsync(job.Name);
            run.Fault.ShouldBeNull();
        }

        await using var db = await ContextAsync();
        (await db.AuditEntries.CountAsync(entry => entry.Action == "job.run")).ShouldBe(3);
    }

    [Fact]
    public async Task Run_ThatFails_SaysWhyAndKeepsItsSchedule()
    {
        _ = _host.Address;
        await using (var db = await ContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "Suggestions" RENAME TO "Gone" """);
        }

        var run = await RunAsync("measure_impact");

        run.Fault.ShouldNotBeNull().ShouldContain("Suggestions");
        (await Control.ListAsync()).Single(job => job.Name == "measure_impact").Next.ShouldNotBeNull();
    }

    [Fact]
    public async Task Schedule_Off_RunsNothing()
    {
        await using var host = new ConsoleHost();
        _ = host.Address;
        var control = host.Services.GetRequiredService<JobControl>();

        (await control.RunAsync("measure_impact", Admin)).ShouldBeFalse();
        (await control.ListAsync()).ShouldAllBe(job => job.Next == null);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private JobControl Control => _host.Services.GetRequiredService<JobControl>();

    private Task<SupportDbContext> ContextAsync() => _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();

    /// <summary>Runs the job and waits until it has ended.</summary>
    private async Task<JobRun> RunAsync(string name)
    {
        var ended = new TaskCompletionSource<JobRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = _host.Services.GetRequiredService<JobRuns>();
        using var listening = _host.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.Job], _ =>
        {
            if (runs.Last(name) is { Took: not null } run)
            {
                ended.TrySetResult(run);
            }
        });
        (await Control.RunAsync(name, Admin)).ShouldBeTrue();
        return await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
