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

    private static Task<Import> ImportAsync(ApiConsole console) => console.ReadAsync(db => db.Imports.AsNoTracking().SingleAsync());
}
