using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

/// <summary>At a million calls a page that reads them all is a page that does not come.</summary>
public sealed class ProjectQueryPlanTests : IAsyncLifetime
{
    private readonly QueryPlans _plans = new();
    private Loop _loop = null!;

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync(services => services.AddSingleton<IInterceptor>(_plans));
        _plans.Lines.Clear();
    }

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Plans_OfAQueryThatReadsTheWholeTable_SayThatItDoes()
    {
        await using var db = await _loop.ContextAsync();

        await db.Calls.AsNoTracking().Where(call => call.DurationSeconds > 5).Select(call => call.Id).ToListAsync();

        _plans.Scans.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Readings_OfEveryPage_GoThroughIndexes()
    {
        await Get<ProjectQueries>().ListAsync(ProjectStatus.Active, cursor: "1_P");
        await Get<ProjectQueries>().GetAsync("p");
        await Get<ProjectQueries>().PacesAsync([1, 2], 30);
        await Get<ProjectQueries>().WindowAsync(1, 30);
        await Get<OpenCardCounts>().ReadAsync([1, 2]);
        await Get<VersionQueries>().ListAsync(1, 9, 20);
        await Get<VersionQueries>().NewestAsync(1);
        await Get<VersionQueries>().CallsAsync(1, [1, 2]);
        foreach (var filter in new[] { new CallFilter(), new CallFilter(CallStatus.Failed), new CallFilter(Version: 1), new CallFilter(CallStatus.Completed, 1, "price") })
            await Get<CallQueries>().ListAsync(_loop.Project, filter, masked: true, cursor: "639000000000000000_5");
        await Get<CallQueries>().GetAsync(1, masked: true);
        await Get<CallQueries>().FindAsync("call-1", 6);

        NothingIsScanned();
        NothingIsSorted("Calls");
    }

    [Fact]
    public async Task Readings_OfTheInbox_GoThroughIndexes()
    {
        foreach (var view in Enum.GetValues<SuggestionView>())
        {
            await _loop.Cards.ListAsync(view, cursor: "50_639000000000000000_5");
            await _loop.Cards.ListAsync(view, projectId: 1);
            await _loop.Cards.ListAsync(new SuggestionFilter(view, Sort: SuggestionSort.Worth));
        }

        await _loop.Cards.CountsAsync();
        await _loop.Cards.NextWakeAsync();
        await _loop.Cards.FindAsync([("cars", ["missing.not_asked"])], 10);
        await _loop.Cards.GetAsync([1, 2]);

        NothingIsScanned();
    }

    [Fact]
    public async Task Readings_OfTheAudit_GoThroughIndexes()
    {
        var now = _loop.Clock.GetUtcNow().UtcDateTime;
        foreach (var filter in new AuditFilter[] { new(), new(Who: "test"), new(TargetKind: "project", TargetId: 1), new(From: now.AddDays(-1), Until: now) })
        {
            await Get<AuditQueries>().ListAsync(filter, before: 900);
            await Get<AuditQueries>().CountNewerAsync(filter, 5);
        }

        NothingIsScanned();
        _plans.Lines.Keys.ShouldContain(line => line.Contains("IX_AuditEntries_Who_Id", StringComparison.Ordinal));
        _plans.Lines.Keys.ShouldContain(line => line.Contains("IX_AuditEntries_At", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Readings_InsideTheWriteGate_GoThroughTheProjectsOwnRows()
    {
        await _loop.FailedCallsAsync(40); // Detects, reads evidence and pace, and makes a card.
        await _loop.FailedCallsAsync(10);
        var id = (await _loop.OpenCardAsync()).Id;
        await _loop.Decisions.AcceptAsync(id, null, Loop.Admin);
        await _loop.CallsAsync(5, captured: 5);
        await Get<ImpactJudging>().MeasureDueAsync();
        await Get<ProjectCheck>().SweepAsync();

        NothingIsScanned();
        _plans.Lines.Where(line => line.Key.Contains("IX_CallCounts_Kind_Bucket", StringComparison.Ordinal)).Select(line => line.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task Readings_OfTheQueue_LookAtNothingElse()
    {
        await Get<EventPipeline>().ProcessAsync();
        await Get<EventQueries>().BacklogAsync();
        await Get<EventQueries>().FailedAsync(masked: true, before: 5);

        NothingIsScanned();
        var calls = _plans.Lines.Where(line => line.Value.Contains("\"Calls\"", StringComparison.Ordinal) && line.Key.Contains("USING", StringComparison.Ordinal)).Select(line => line.Key).ToList();
        calls.ShouldContain(line => line.Contains("IX_Calls_Unprocessed", StringComparison.Ordinal));
        calls.ShouldContain(line => line.Contains("IX_Calls_GivenUp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Totals_OfOneVersion_ReachOnlyAsFarAsTheTimes()
    {
        await using var db = await _loop.ContextAsync();
        var now = _loop.Clock.GetUtcNow().UtcDateTime;

        await CallCounting.TotalsAsync(db, 1, 1, 1, now.AddDays(-1), now);
        await CallCounting.TotalsAsync(db, [new(1, 1, now.AddDays(-1), now)]);

        NothingIsScanned();
        _plans.Lines.Keys.Where(line => line.Contains("ProjectId=? AND Version=? AND Bucket>? AND Bucket<?", StringComparison.Ordinal)).Count().ShouldBe(2);
    }

    private T Get<T>()
        where T : notnull => _loop.Get<T>();

    private void NothingIsScanned()
    {
        _plans.Lines.ShouldNotBeEmpty();
        _plans.Scans.ShouldBeEmpty();
    }

    private void NothingIsSorted(string table) =>
        _plans.Lines.Where(plan => plan.Key.Contains("TEMP B-TREE FOR ORDER BY") && plan.Value.Contains($"\"{table}\"")).Select(plan => plan.Value).ShouldBeEmpty();
}
