using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Upkeep;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly string _zip = Path.Combine(Path.GetTempPath(), $"backup-{Guid.NewGuid():N}.zip");
    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public async Task DisposeAsync()
    {
        await _console.DisposeAsync();
        File.Delete(_zip);
    }

    [Fact]
    public async Task Restored_IntoAnEmptyFolder_SignsTheSamePeopleInAndHoldsTheSameRows()
    {
        await _console.CallsAsync(30, 10);
        var person = await _console.Host.AddPersonAsync(Roles.Manager);
        var cookie = await _console.Host.CookieAsync(person);
        var manifest = await MakeAsync();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_zip).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var other = new ConsoleHost { Replace = services => services.AddSingleton<TimeProvider>(_console.Clock) }; // the cookie is of then
        var (code, output, errors) = await Commanding.RunAsync(other.DataFolder, "restore", _zip);
        (code, errors).ShouldBe((0, ""));
        output.ShouldContain("before-restore-");

        using var client = other.StrangerClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{SupportConsole.Access.SessionCookie.Name}={cookie}");

        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var db = await other.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        (await db.Calls.CountAsync()).ShouldBe(30);
        (await db.CallCounts.SumAsync(row => row.Count)).ShouldBe(await _console.ReadAsync(from => from.CallCounts.SumAsync(row => row.Count)));
        (await db.AuditEntries.CountAsync()).ShouldBe((int)manifest.Rows["AuditEntries"] + 1);
        (await db.AuditEntries.OrderBy(entry => entry.Id).LastAsync()).Action.ShouldBe("job.restored");
    }

    [Fact]
    public async Task Backup_WhileEightClientsWrite_IsOfOneMoment()
    {
        using var enough = new CancellationTokenSource();
        var written = 0;
        var clients = Enumerable.Range(0, 8).Select(async client =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                (await _console.Sender.PostJsonAsync("/api/calls", _console.Call($"c{client}-{i}", captured: i % 2 == 0))).Is(HttpStatusCode.Accepted);
                Interlocked.Increment(ref written);
            }
        }).ToList();
        while (Volatile.Read(ref written) < 50)
            await Task.Yield();

        var manifest = await MakeAsync();
        await enough.CancelAsync();
        await Task.WhenAll(clients);

        var folder = Directory.CreateTempSubdirectory().FullName;
        await ZipFile.ExtractToDirectoryAsync(_zip, folder);
        await using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "console.db")};Pooling=False");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = """SELECT (SELECT COUNT(*) FROM "Calls" WHERE "ProcessedAt" IS NOT NULL) - (SELECT COALESCE(SUM("Count"), 0) FROM "CallCounts" WHERE "Kind" = 1)""";
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
        manifest.Rows["Calls"].ShouldBeGreaterThanOrEqualTo(50);
        await db.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("some bytes are others")]
    [InlineData("its end is missing")]
    [InlineData("the manifest names another hash")]
    [InlineData("it is of a newer console")]
    [InlineData("it is no zip")]
    public async Task Restore_OfWhatCannotBeTrusted_IsRefusedWithNothingLost(string what)
    {
        await MakeAsync();
        await SpoilAsync(what);
        await using var other = new ConsoleHost();
        await File.WriteAllTextAsync(Path.Combine(other.DataFolder, "console.db"), "what was there");
        Directory.CreateDirectory(Path.Combine(other.DataFolder, "keys"));

        var (code, _, errors) = await Commanding.RunAsync(other.DataFolder, "restore", _zip);

        code.ShouldBe(1);
        errors.ShouldStartWith("error: ");
        (await File.ReadAllTextAsync(Path.Combine(other.DataFolder, "console.db"))).ShouldBe("what was there");
        Directory.EnumerateFileSystemEntries(other.DataFolder).Select(Path.GetFileName).Order().ShouldBe(["commands.lock", "console.db", "keys", "server.lock"]);
    }

    [Fact]
    public async Task Restore_WhileAConsoleRuns_IsRefused()
    {
        await MakeAsync();

        var (code, _, errors) = await Commanding.RunAsync(_console.Host.DataFolder, "restore", _zip);

        (code, errors.Trim()).ShouldBe((1, "error: A console runs on this data. Stop it first."));
        (await Commanding.RunAsync(_console.Host.DataFolder, "restore")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Restore_WhileACommandIsAtWork_IsRefused_AndThatOneGoesOnWhenItsTurnComes()
    {
        await MakeAsync();
        var folder = Directory.CreateTempSubdirectory().FullName;
        var calls = Path.Combine(folder, "calls.csv");
        await File.WriteAllTextAsync(calls, "call_id,project_id,status,started_at,duration_seconds\na,cars,failed,2026-02-01T10:00:00Z,5\n");
        (await Commanding.RunAsync(folder, "restore", _zip)).Code.ShouldBe(0); // A project to import into.
        using var said = new Listening("Another process does the imports");
        Task<(int Code, string Output, string Errors)> import;
        using (new FileStream(Path.Combine(folder, "imports.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            import = Commanding.RunAsync(folder, said, "import", calls, "--kind", "calls", "--yes");
            await said.Heard.WaitAsync(TimeSpan.FromSeconds(60));

            var (code, _, errors) = await Commanding.RunAsync(folder, "restore", _zip);
            (code, errors.Trim()).ShouldBe((1, "error: A command is at work on this data. Wait until it has ended."));
        }

        (await import.WaitAsync(TimeSpan.FromSeconds(60))).Output.ShouldContain("1 landed");
        (await Commanding.RunAsync(folder, "restore", _zip)).Code.ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Restore_CutShortBetweenItsMoves_IsFinishedByTheNextStart()
    {
        await _console.CallsAsync(5, 1);
        await MakeAsync();
        await using var other = new ConsoleHost();
        await File.WriteAllTextAsync(Path.Combine(other.DataFolder, "console.db"), "what was there");
        var (fresh, aside) = (Path.Combine(other.DataFolder, "restoring-1"), Path.Combine(other.DataFolder, "before-restore-1"));
        await ZipFile.ExtractToDirectoryAsync(_zip, fresh);
        Directory.CreateDirectory(Path.Combine(fresh, "attachments"));
        Directory.CreateDirectory(aside);
        // Killed after the old database went aside, before the new one came.
        var database = Path.Combine(other.DataFolder, "console.db");
        File.Move(database, Path.Combine(aside, "console.db"));
        await File.WriteAllTextAsync(
            Path.Combine(other.DataFolder, "restoring.json"), System.Text.Json.JsonSerializer.Serialize(new { Fresh = fresh, Aside = aside, Database = database }));

        _ = other.Address;

        await using var db = await other.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        (await db.Calls.CountAsync()).ShouldBe(5);
        (await File.ReadAllTextAsync(Path.Combine(aside, "console.db"))).ShouldBe("what was there");
        Directory.Exists(fresh).ShouldBeFalse();
        Directory.EnumerateFiles(Path.Combine(other.DataFolder, "keys")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Backup_WithoutRoomOnTheDisk_SaysSoBeforeItStarts()
    {
        await using var console = await ApiConsole.StartAsync(services => services.AddSingleton<DiskSpace>(new FullDisk()));

        var fault = await Should.ThrowAsync<BackupFaultException>(() => console.Get<BackupShelf>().MakeAsync(RunProgress.None));

        fault.Message.ShouldContain("MB free");
        (await console.Get<BackupShelf>().ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Backups_OfManyDays_KeepDaysAndWeeksAndOnlyTheseGo()
    {
        for (var day = 0; day < 20; day++)
        {
            await _console.Get<BackupShelf>().MakeAsync(RunProgress.None);
            _console.Clock.Advance(TimeSpan.FromDays(1));
        }

        var kept = await _console.Get<BackupShelf>().ListAsync();

        kept.Select(row => DateOnly.FromDateTime(row.MadeAt).DayNumber - new DateOnly(2026, 3, 2).DayNumber).ShouldBe([19, 18, 17, 16, 15, 14, 13, 6]);
        kept.ShouldAllBe(row => row.VerifiedAt != null);
    }

    [Fact]
    public async Task Download_OfABackup_StandsInTheAudit()
    {
        var name = await _console.Get<BackupShelf>().MakeAsync(RunProgress.None);
        using var admin = await _console.Host.ClientAsync(Roles.Admin);

        var answer = await admin.GetAsync(Links.Backup(name));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(1000);
        (await admin.GetAsync(Links.Backup("../console.db"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _console.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "job.backup_downloaded"))).Detail.ShouldContain(name);
    }

    private Task<BackupManifest> MakeAsync() => _console.Get<BackupMaking>().MakeAsync(_zip, RunProgress.None);

    private async Task SpoilAsync(string what)
    {
        var bytes = await File.ReadAllBytesAsync(_zip);
        switch (what)
        {
            case "some bytes are others": // One alone may be how far back a run of zeros repeats itself, where any way back is right.
                bytes.AsSpan(bytes.Length / 3, 64).Reverse();
                break;
            case "its end is missing":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case "it is no zip":
                bytes = Encoding.UTF8.GetBytes("SQLite format 3");
                break;
            default:
                await RewriteManifestAsync(text => what == "it is of a newer console"
                    ? System.Text.RegularExpressions.Regex.Replace(text, "\"schema\": \"\\d+", "\"schema\": \"29990101000000")
                    : System.Text.RegularExpressions.Regex.Replace(text, "\"sha256\": \"..", "\"sha256\": \"zz"));
                return;
        }

        await File.WriteAllBytesAsync(_zip, bytes);
    }

    private async Task RewriteManifestAsync(Func<string, string> change)
    {
        await using var zip = await ZipFile.OpenAsync(_zip, ZipArchiveMode.Update);
        var entry = zip.GetEntry("manifest.json")!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync()))
            text = await reader.ReadToEndAsync();
        entry.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry("manifest.json").OpenAsync());
        await writer.WriteAsync(change(text));
    }

    private sealed class FullDisk : DiskSpace
    {
        public override long FreeBytes(string folder) => 0;
    }

    /// <summary>Hears when something is said.</summary>
    private sealed class Listening(string text) : StringWriter
    {
        private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Heard => _heard.Task;

        public override Task WriteLineAsync(string? value)
        {
            if (value?.Contains(text, StringComparison.Ordinal) == true)
                _heard.TrySetResult();
            return base.WriteLineAsync(value);
        }
    }
}
