using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Data.Demo;
using SupportConsole.Domain.Data.Demo.Traffic;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Upkeep.Retention;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Intake;

/// <summary>A file of history is a copy of what customers said: it must not lie about for ever, nor go before somebody has looked at what was rejected.</summary>
public sealed class ImportUpkeepTests
{
    [Fact]
    public async Task File_ThatWasKeptLongEnough_GoesAndItsImportStays()
    {
        await using var console = await ApiConsole.StartAsync();
        var id = await console.UploadedAsync(console.Jsonl(3), "calls.jsonl");
        await console.DoAsync(id, "start");
        var path = console.Get<ImportFiles>().PathOf((await ImportAsync(console)).Kept!);

        console.Clock.Advance(TimeSpan.FromDays(29));
        await console.Get<ImportUpkeep>().RunAsync();
        File.Exists(path).ShouldBeTrue();

        console.Clock.Advance(TimeSpan.FromDays(2));
        await console.Get<ImportUpkeep>().RunAsync();
        File.Exists(path).ShouldBeFalse();
        var import = await ImportAsync(console);
        (import.Kept, import.Landed, import.CanUndo).ShouldBe((null, 3, true));
    }

    [Fact]
    public async Task Retention_SparesAnImportUntilItsFileGoes_AndThenItCanNoLongerBeUndone()
    {
        await using var console = await ApiConsole.StartAsync();
        var id = await console.UploadedAsync(console.Jsonl(4), "calls.jsonl");
        await console.DoAsync(id, "start");
        await console.Get<SettingsEditing>().SaveAsync([new("Retention:TranscriptDays", "1", null), new("Retention:CallDays", "100", null)], Loop.Admin);

        console.Clock.Advance(TimeSpan.FromDays(20));
        (await console.Get<CallRetention>().PreviewAsync()).Sum.ShouldBe(0);
        (await console.Get<CallRetention>().RunAsync(RunProgress.None, Actor.System)).Sum.ShouldBe(0);
        (await ImportAsync(console)).CanUndo.ShouldBeTrue();

        console.Clock.Advance(TimeSpan.FromDays(20));
        await console.Get<ImportUpkeep>().RunAsync();
        (await console.Get<CallRetention>().RunAsync(RunProgress.None, Actor.System)).ShouldBe(new RetentionPreview(4, 0));

        (await ImportAsync(console)).CanUndo.ShouldBeFalse();
        (await console.Admin.PostJsonAsync($"/api/imports/{id}/undo")).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Retention_LeavesWhatIsLeftOfAnUndoThatStopped()
    {
        await using var console = await ApiConsole.StartAsync();
        await console.DoAsync(await console.UploadedAsync(console.Jsonl(4), "calls.jsonl"), "start");
        await console.Get<SettingsEditing>().SaveAsync([new("Retention:TranscriptDays", "1", null), new("Retention:CallDays", "2", null)], Loop.Admin);
        console.Clock.Advance(TimeSpan.FromDays(40));
        await console.Get<ImportUpkeep>().RunAsync();
        await console.Get<WriteGate>().WriteAsync(db => db.Imports.ExecuteUpdateAsync(import => import
            .SetProperty(row => row.Removed, 1).SetProperty(row => row.Status, ImportStatus.Failed)));

        (await console.Get<CallRetention>().RunAsync(RunProgress.None, Actor.System)).Sum.ShouldBe(0);

        (await ImportAsync(console)).CanUndo.ShouldBeTrue();
    }

    [Fact]
    public async Task Demo_ThatIsFull_PrunesNoImport()
    {
        await using var console = await ApiConsole.StartAsync();
        console.Get<IOptionsMonitor<DemoOptions>>().CurrentValue.MaxCalls = 5;
        await console.DoAsync(await console.UploadedAsync(console.Jsonl(8), "calls.jsonl"), "start");
        await console.CallsAsync(9, captured: 3, prefix: "live");

        (await console.Get<DemoPruning>().PruneAsync()).ShouldBe(4);

        (await console.ReadAsync(db => db.Calls.CountAsync(call => call.ImportId != null))).ShouldBe(8);
        (await ImportAsync(console)).CanUndo.ShouldBeTrue();
    }

    [Fact]
    public async Task File_ThatIsGoneWithItsFolder_IsForgotten()
    {
        await using var console = await ApiConsole.StartAsync();
        await console.DoAsync(await console.UploadedAsync(console.Jsonl(3), "calls.jsonl"), "start");
        Directory.Delete(Path.Combine(console.Host.DataFolder, "imports"), recursive: true); // As after a restore elsewhere.

        console.Clock.Advance(TimeSpan.FromDays(31));
        await console.Get<ImportUpkeep>().RunAsync();

        (await ImportAsync(console)).Kept.ShouldBeNull();
    }

    [Fact]
    public async Task File_ThatNoImportNames_GoesAfterADay()
    {
        await using var console = await ApiConsole.StartAsync();
        await console.UploadedAsync(console.Jsonl(3), "calls.jsonl");
        var files = console.Get<ImportFiles>();
        var (known, fresh, old) = (files.PathOf((await ImportAsync(console)).Kept!), files.PathOf("fresh.import"), files.PathOf("old.import"));
        foreach (var (file, days) in new[] { (known, 2), (fresh, 0), (old, 2) })
        {
            await File.AppendAllTextAsync(file, "\n");
            File.SetLastWriteTimeUtc(file, console.Clock.GetUtcNow().UtcDateTime.AddDays(-days));
        }

        await console.Get<ImportUpkeep>().RunAsync();

        (File.Exists(known), File.Exists(fresh), File.Exists(old)).ShouldBe((true, true, false));
    }

    [Fact]
    public async Task File_ThatCannotBeDeleted_IsToldAndKeepsNoOther()
    {
        await using var console = await ApiConsole.StartAsync();
        await console.UploadedAsync(console.Jsonl(3), "first.jsonl");
        var stubborn = console.Get<ImportFiles>().PathOf((await ImportAsync(console)).Kept!);
        File.Delete(stubborn);
        Directory.CreateDirectory(stubborn); // What is no file cannot be deleted as one.
        await console.UploadedAsync(console.Jsonl(3), "second.jsonl");

        console.Clock.Advance(TimeSpan.FromDays(31));
        (await Should.ThrowAsync<IOException>(() => console.Get<ImportUpkeep>().RunAsync())).Message.ShouldStartWith("Files of imports that could not be deleted: 1.");

        var kept = await console.ReadAsync(db => db.Imports.OrderBy(import => import.Id).Select(import => import.Kept).ToListAsync());
        kept.ShouldBe([Path.GetFileName(stubborn), null]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Samples_OfWhatCustomersSaid_GoWhenTheImportStartsOrItsFileGoes(bool starts)
    {
        await using var console = await ApiConsole.StartAsync();
        var id = await console.UploadedAsync("call_id,status,started_at,duration_seconds,project_id,customer_id\na,failed,2026-02-01T10:00:00Z,5,cars,Jansen\n");
        (await ImportAsync(console)).Plan.Columns.ShouldContain(column => column.Sample == "Jansen");

        if (starts)
        {
            await console.DoAsync(id, "start");
        }
        else
        {
            console.Clock.Advance(TimeSpan.FromDays(31));
            await console.Get<ImportUpkeep>().RunAsync();
        }

        var columns = (await ImportAsync(console)).Plan.Columns;
        columns.ShouldAllBe(column => column.Sample == null);
        columns.ShouldContain(column => column.Header == "customer_id" && column.Target == "customer_id");
    }

    private static Task<Import> ImportAsync(ApiConsole console) => console.ReadAsync(db => db.Imports.AsNoTracking().SingleAsync());
}
