using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Retention;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Upkeep;

public sealed class RetentionTests : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Policy_AsShipped_DeletesNothing()
    {
        await _loop.CallsAsync(20, 5);
        _loop.Clock.Advance(TimeSpan.FromDays(3_000));

        (await Retention.RunAsync(RunProgress.None, Actor.System)).ShouldBe(new RetentionPreview(0, 0));
    }

    [Fact]
    public async Task Run_ByThePolicy_DeletesWhatThePreviewSaidAndLeavesEveryFigureAsItWas()
    {
        await _loop.CallsAsync(700, 200);
        _loop.Clock.Advance(TimeSpan.FromDays(20));
        await _loop.CallsAsync(600, 100);
        await _loop.FailedCallsAsync(40);
        _loop.Clock.Advance(TimeSpan.FromDays(20));
        await _loop.CallsAsync(30, 10);
        await SetAsync(transcripts: 10, calls: 30);
        var (lines, totals) = (await LinesAsync(), await TotalsAsync());

        var preview = await Retention.PreviewAsync();
        var gone = await Retention.RunAsync(RunProgress.None, Actor.System);

        preview.ShouldBe(new RetentionPreview(640, 700));
        gone.ShouldBe(preview);
        (await LinesAsync()).ShouldBe(lines);
        (await TotalsAsync()).ShouldBe(totals);
        (await _loop.Get<CountCheck>().CheckAsync(RunProgress.None)).ShouldBe(0);
        (await Retention.PreviewAsync()).ShouldBe(new RetentionPreview(0, 0));
        (await Retention.RunAsync(RunProgress.None, Actor.System)).Sum.ShouldBe(0);
        await using var db = await _loop.ContextAsync();
        var left = await db.Calls.AsNoTracking().ToListAsync();
        left.Count.ShouldBe(670);
        left.Count(call => call.Transcript.Count > 0).ShouldBe(30);
        left.Count(call => call.Fields.Count > 0).ShouldBe(110);
        (await db.AuditEntries.SingleAsync(entry => entry.Action == "job.retention")).Detail.ShouldContain("\"calls\":700");
    }

    [Fact]
    public async Task Run_OverACallThatIsNotProcessed_LeavesIt()
    {
        await _loop.CallsAsync(2, 1);
        await _loop.Get<WriteGate>().WriteAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "Calls" SET "ProcessedAt" = NULL, "GaveUpAt" = "ReceivedAt" WHERE "Id" = (SELECT MAX("Id") FROM "Calls")"""));
        _loop.Clock.Advance(TimeSpan.FromDays(90));
        await SetAsync(transcripts: 10, calls: 30);

        (await Retention.PreviewAsync()).ShouldBe(new RetentionPreview(0, 1));
        (await Retention.RunAsync(RunProgress.None, Actor.System)).Calls.ShouldBe(1);

        await using var db = await _loop.ContextAsync();
        (await db.Calls.AsNoTracking().SingleAsync()).Transcript.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Sample_ThatIsGone_IsKnownToHaveBeenThere()
    {
        await _loop.CallsAsync(3, 1);
        _loop.Clock.Advance(TimeSpan.FromDays(90));
        await SetAsync(transcripts: 0, calls: 30);
        await Retention.RunAsync(RunProgress.None, Actor.System);

        (await _loop.Get<CallQueries>().WasThereAsync(2)).ShouldBeTrue();
        (await _loop.Get<CallQueries>().WasThereAsync(9_999)).ShouldBeFalse();
    }

    private CallRetention Retention => _loop.Get<CallRetention>();

    private async Task SetAsync(int transcripts, int calls)
    {
        var saved = await _loop.Get<SettingsEditing>().SaveAsync([new("Retention:TranscriptDays", $"{transcripts}", null), new("Retention:CallDays", $"{calls}", null)], Loop.Admin);
        saved.Faults.ShouldBeEmpty();
        _loop.Get<IOptionsMonitor<RetentionOptions>>().CurrentValue.CallDays.ShouldBe(calls);
    }

    private async Task<string> TotalsAsync()
    {
        await using var db = await _loop.ContextAsync();
        var (totals, _) = CallWeeks.Read(db, _loop.Project.Id, 1, _loop.Clock.GetUtcNow().UtcDateTime.AddDays(-60), _loop.Clock.GetUtcNow().UtcDateTime, TimeZoneInfo.Utc);
        return string.Join('\n', totals.Entries.Select(entry => $"{entry}").Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> LinesAsync()
    {
        await using var db = await _loop.ContextAsync();
        return [.. (await db.CallCounts.AsNoTracking().ToListAsync()).Select(row => $"{row.Version} {row.Bucket:O} {row.Kind} {row.Value} {row.Count}").Order(StringComparer.Ordinal)];
    }
}
