using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Data.Demo.Traffic;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Upkeep;

public sealed class CountTests : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Check_OnWhatLiveCountingCounted_RaisesNoAlarmWhateverBecameOfTheFields()
    {
        await _loop.CallsAsync(30, 10);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CaptureAsync(new CaptureField("price", "price", Required: false), new CaptureField("term", "term"));
        _loop.Clock.Advance(TimeSpan.FromSeconds(1));
        await _loop.CallsAsync(20, 5);
        await _loop.FailedCallsAsync(10);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CaptureAsync(new CaptureField("term", "the number of months"));
        _loop.Clock.Advance(TimeSpan.FromSeconds(1));
        await _loop.CallsAsync(20, 5);

        (await CheckAsync()).ShouldBe(0);

        (await Counts.OverviewAsync()).Calls.ShouldBe(80);
    }

    [Fact]
    public async Task Check_OfACountThatSomebodyChanged_NamesProjectAndKindAndBothNumbers()
    {
        await _loop.CallsAsync(30, 10);
        await TamperAsync();

        (await CheckAsync()).ShouldBe(2);

        var wrong = (await Counts.OverviewAsync()).Wrong.ShouldHaveSingleItem();
        wrong.Name.ShouldBe("Car Finance Checker");
        wrong.Found.Select(one => (one.Kind, one.Value, one.Expected, one.Found)).ShouldBe(
            [(CallCountKind.Captured, "price", 10, 7), (CallCountKind.HangUp, "", 0, 5)], ignoreOrder: true);
    }

    [Fact]
    public async Task Rebuild_WhileCallsComeIn_EqualsTheHandCountAndForgetsSummedDays()
    {
        for (var day = 0; day < 4; day++)
        {
            await _loop.CallsAsync(400, 100);
            await _loop.FailedCallsAsync(100);
            _loop.Clock.Advance(TimeSpan.FromDays(1));
        }

        await _loop.CallsAsync(30, 10); // Its check keeps the whole days before it.
        await TamperAsync();
        (await CheckAsync()).ShouldBeGreaterThan(0);
        await Rebuild.AskAsync(null, Loop.Admin);

        var calls = _loop.CallsAsync(300, 50);
        var mended = await Rebuild.RunAsync(RunProgress.None);
        await calls;

        mended.ShouldBe(2);
        (await CheckAsync()).ShouldBe(0);
        await using var db = await _loop.ContextAsync();
        (await db.CallCounts.Where(row => row.Kind == CallCountKind.Outcome).SumAsync(row => row.Count)).ShouldBe(2330);
        (await db.CallCounts.Where(row => row.Kind == CallCountKind.Captured).SumAsync(row => row.Count)).ShouldBe(460);
        (await Counts.OverviewAsync()).Wrong.ShouldBeEmpty();
        (await Rebuild.IsAskedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Rebuild_CutShort_GoesOnFromWhereItWas()
    {
        for (var hour = 0; hour < 4; hour++)
        {
            await _loop.CallsAsync(500, 100);
            _loop.Clock.Advance(TimeSpan.FromHours(1));
        }

        await TamperAsync();
        await Rebuild.AskAsync(null, Loop.Admin);
        using var killed = new CancellationTokenSource();
        var cut = new RunProgress((_, _, _) => killed.CancelAsync(), killed.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => Rebuild.RunAsync(cut));

        (await Rebuild.IsAskedAsync()).ShouldBeTrue();
        await Rebuild.RunAsync(RunProgress.None);
        (await CheckAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Rebuild_WhereCallsAreGone_KeepsTheCountsThatAreAllThatIsLeft()
    {
        await _loop.CallsAsync(1200, 600);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(20, 5);
        var before = await LinesAsync();
        _loop.Host.Get<Microsoft.Extensions.Configuration.IConfiguration>()["Demo:MaxCalls"] = "1000";
        ((Microsoft.Extensions.Configuration.IConfigurationRoot)_loop.Host.Get<Microsoft.Extensions.Configuration.IConfiguration>()).Reload();
        (await _loop.Host.Get<DemoPruning>().PruneAsync()).ShouldBe(220);

        (await CheckAsync()).ShouldBe(0);
        await Rebuild.AskAsync(null, Loop.Admin);
        (await Rebuild.RunAsync(RunProgress.None)).ShouldBe(0);

        (await LinesAsync()).ShouldBe(before);
        (await Counts.OverviewAsync()).HasKept.ShouldBeTrue();
    }

    private CountRebuild Rebuild => _loop.Get<CountRebuild>();

    private CountQueries Counts => _loop.Get<CountQueries>();

    private Task<int> CheckAsync() => _loop.Get<CountCheck>().CheckAsync(RunProgress.None);

    private async Task<List<string>> LinesAsync()
    {
        await using var db = await _loop.ContextAsync();
        return [.. (await db.CallCounts.AsNoTracking().ToListAsync()).Select(row => $"{row.Version} {row.Bucket:O} {row.Kind} {row.Value} {row.Count}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes three from one count, and makes another out of nothing.</summary>
    private Task TamperAsync() => _loop.Get<WriteGate>().WriteAsync(async db =>
    {
        var one = await db.CallCounts.OrderBy(row => row.Bucket).FirstAsync(row => row.Kind == CallCountKind.Captured);
        one.Count -= 3;
        db.CallCounts.Add(new CallCount { ProjectId = one.ProjectId, Version = one.Version, Bucket = one.Bucket.AddDays(-40), Kind = CallCountKind.HangUp, Value = "", Count = 5 });
    });
}
