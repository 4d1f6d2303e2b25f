using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;
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

        jobs.Select(job => job.Name).ShouldBe(["sweep_projects", "measure_impact", "apply_accepted", "backup", "retention", "check_counts", "rebuild_counts", "add_labels", "train_triage"]);
        jobs.ShouldAllBe(job => (job.Next != null || job.Job.Pace == JobPace.Asked || job.Job.Pace == JobPace.ByHand) && job.Last == null);
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
        (await db.AuditEntries.CountAsync(entry => entry.Action == "job.run")).ShouldBe(9);
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
    public async Task Run_WhoseProgressCannotBeWrittenDown_IsDoneAllTheSame()
    {
        _ = _host.Address;
        await using (var db = await ContextAsync())
        {
            // What a report says while the run is under way cannot be kept; begin and end can.
            await db.Database.ExecuteSqlAsync(
                $"""CREATE TRIGGER "Full" BEFORE UPDATE OF "Done" ON "JobRuns" WHEN NEW."Outcome" = 'Running' BEGIN SELECT RAISE(ABORT, 'There is no room.'); END""");
        }

        var run = await RunAsync("backup");

        (run.Outcome, run.Fault).ShouldBe((RunOutcome.Done, null));
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

    [Fact]
    public async Task Run_UnderWayWhenTheProcessDied_IsShownAsInterruptedAfterTheRestart()
    {
        _ = _host.Address;
        await using var restarted = new ConsoleHost { Settings = { ["Data:Folder"] = _host.DataFolder } };
        var run = await _host.Services.GetRequiredService<RunBook>().StartAsync("rebuild_counts", "ann");
        await _host.Services.GetRequiredService<RunBook>().ReportAsync(run.Id, 40, 100, null);
        await StopAsync();

        _ = restarted.Address;

        var last = (await restarted.Get<RunBook>().LastAsync("rebuild_counts")).ShouldNotBeNull();
        (last.Outcome, last.Done, last.AskedBy).ShouldBe((RunOutcome.Interrupted, 40, "ann"));
    }

    [Fact]
    public async Task Runs_OfAJobThatComesRoundAllDay_FillNoTable()
    {
        var book = Book;
        for (var i = 0; i < 3; i++)
        {
            var run = await book.StartAsync("measure_impact", "system");
            (run.Outcome, run.Routine) = (RunOutcome.Done, true);
            await book.EndAsync(run);
        }

        (await book.ListAsync("measure_impact")).Rows.ShouldHaveSingleItem().Outcome.ShouldBe(RunOutcome.Done);
    }

    [Fact]
    public async Task Job_ThatRuns_CannotBeStartedAgainAndStopsWhenAsked()
    {
        _ = _host.Address;
        var gate = _host.Services.GetRequiredService<WriteLock>();
        (await ContextAsync()).Dispose();
        var turn = await gate.EnterAsync(); // Whatever wants to write waits here.
        var job = JobSchedule.Jobs.Single(job => job.Name == "check_counts");
        (await Control.StartAsync(job, Admin)).ShouldBeTrue();

        (await Control.StartAsync(job, Admin)).ShouldBeFalse();
        turn.Dispose();
        await UntilAsync("check_counts", run => run.Outcome == RunOutcome.Done);

        (await Control.StopAsync("check_counts", Admin)).ShouldBeFalse();
        (await Control.StopAsync("measure_impact", Admin)).ShouldBeFalse();
        (await Book.ListAsync("check_counts")).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rebuild_ThatACrashLeft_IsFoundToBeDue()
    {
        _ = _host.Address;
        var times = _host.Services.GetRequiredService<JobTimes>();
        var job = JobSchedule.Jobs.Single(job => job.Name == "rebuild_counts");
        (await times.NextAsync(job)).ShouldBeNull();
        await _host.Services.GetRequiredService<Domain.Projects.ProjectEditing>().CreateAsync(new("cars", "Cars", null, "en", [], "Hi."), Admin);

        await _host.Services.GetRequiredService<CountRebuild>().AskAsync(null, Admin);

        (await times.NextAsync(job)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2026-03-28T02:00:00", 3, 24, "2026-03-29T01:00:00")] // 3:00 of the night in which the clock goes forward is 3:00 summer time
    [InlineData("2026-03-02T01:59:00", 3, 24, "2026-03-02T02:00:00")]
    [InlineData("2026-03-02T02:00:00", 3, 24, "2026-03-03T02:00:00")]
    [InlineData("2026-03-02T09:00:00", 3, 6, "2026-03-02T14:00:00")]
    [InlineData("2026-03-02T22:30:00", 23, 24, "2026-03-03T22:00:00")]
    public void Night_OfTheWorkspace_IsTheNextTime(string last, int hour, int every, string next) =>
        JobTimes.After(DateTime.Parse(last, System.Globalization.CultureInfo.InvariantCulture), hour, every, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"))
            .ShouldBe(DateTime.Parse(next, System.Globalization.CultureInfo.InvariantCulture));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private RunBook Book => _host.Get<RunBook>();

    private JobControl Control => _host.Services.GetRequiredService<JobControl>();

    private Task<SupportDbContext> ContextAsync() => _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();

    /// <summary>The process ends without its data folder going with it.</summary>
    private async Task StopAsync()
    {
        var server = _host.Services.GetRequiredService<ServerLock>();
        await _host.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();
        server.Dispose();
    }

    /// <summary>Runs the job and waits until it has ended.</summary>
    private async Task<JobRun> RunAsync(string name)
    {
        (await Control.RunAsync(name, Admin)).ShouldBeTrue();
        return await UntilAsync(name, run => run.Took is not null);
    }

    private async Task<JobRun> UntilAsync(string name, Func<JobRun, bool> holds)
    {
        var ended = new TaskCompletionSource<JobRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = _host.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.Job], _ => Task.Run(LookAsync));
        await LookAsync();
        return await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

        async Task LookAsync()
        {
            if (await Book.LastAsync(name) is { } run && holds(run))
                ended.TrySetResult(run);
        }
    }
}
