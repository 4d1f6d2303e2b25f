using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Commands;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Intake;

/// <summary>The console as a process, killed hard while it imports and while it undoes; and the command beside it.</summary>
public sealed class ImportSurvivesKillTests : IAsyncDisposable
{
    private const int Calls = 6_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("console-import-").FullName;
    private readonly List<string> _seen = [];

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task KilledInTheMiddle_OfImportAndUndo_EveryCallIsThereOnceAndThenNone()
    {
        var admin = await MadeReadyAsync();
        var console = await StartAsync(admin);
        var id = (await console.Client!.UploadAsync(File(Calls))).Is(HttpStatusCode.Created).Number("id");
        (await console.Client!.PostJsonAsync($"/api/imports/{id}/start")).Is(HttpStatusCode.OK);

        console = await KillAsync(console, admin, id, import => import.Number("landed"));
        console = await KillAsync(console, admin, id, import => import.Number("landed") - _last);
        var done = await UntilAsync(console, id, import => import.Text("status") == "done");
        done.Counts().ShouldBe((Calls, 0, 0));
        (await console.Client!.PostJsonAsync($"/api/imports/{id}/undo")).Is(HttpStatusCode.OK);
        console = await KillAsync(console, admin, id, import => import.Number("removed"));
        (await UntilAsync(console, id, import => import.Text("status") == "undone")).Number("removed").ShouldBe(Calls);
        await console.DisposeAsync();

        await using var db = Open();
        (await db.Calls.CountAsync(), await db.CallCounts.CountAsync()).ShouldBe((0, 0));
        _seen.ShouldContain(status => status == "running");
    }

    private long _last;

    /// <summary>Kills it once it has begun, and checks what it left: as many calls, and counts, as it says have landed.</summary>
    private async Task<ConsoleProcess> KillAsync(ConsoleProcess console, string admin, long id, Func<Answer, long> begun)
    {
        var import = await UntilAsync(console, id, import => begun(import) > 0);
        _seen.Add(import.Text("status")!);
        await console.DisposeAsync();
        await using (var db = Open())
        {
            var row = await db.Imports.SingleAsync();
            _last = row.Landed;
            (await db.Calls.LongCountAsync()).ShouldBe(row.Landed - row.Removed);
            (await db.CallCounts.Where(count => count.Kind == CallCountKind.Outcome).SumAsync(count => (long)count.Count)).ShouldBe(row.Landed - row.Removed);
        }

        return await StartAsync(admin);
    }

    [Fact]
    public async Task Command_BesideAConsoleThatRuns_QueuesAndFollows_AndAloneDoesItItself()
    {
        await using var host = new ConsoleHost();
        await host.Get<ProjectEditing>().CreateAsync(new ProjectDraft("cars", "Cars", "", "en", [], "Be kind."), Actor.System);
        host.Get<ImportLock>().TryTake().ShouldBeTrue();
        var file = Path.Combine(_folder, "calls.csv");
        await System.IO.File.WriteAllBytesAsync(file, File(20));

        var (code, output) = await RunAsync(host, "import", file, "--kind", "calls", "--project", "cars", "--yes");
        (code, output).ShouldBe((0, "Import 1: 20 landed, 0 were here already, 0 rejected of 20 lines."));

        await System.IO.File.AppendAllTextAsync(file, "x,cars,maybe,2026-01-01T00:00:00Z,5\n");
        (code, output) = await RunAsync(host, "import", file, "--kind", "calls", "--dry-run");
        code.ShouldBe(3);
        output.ShouldContain("line 22: status: Use completed or failed.");
        (await RunAsync(host, "import", file, "--kind", "calls", "--map", "nothing=status")).Code.ShouldBe(2);
        (await RunAsync(host, "import", file, "--kind", "calls", "--map", "status=")).Code.ShouldBe(2);
        (await RunAsync(host, "import", file, "--kind", "pigeons")).Code.ShouldBe(2);
        (await RunAsync(host, "import", file + "x", "--kind", "calls")).Code.ShouldBe(2);
        (code, output) = await RunAsync(host, "import", file, "--kind", "calls", "--yes");
        code.ShouldBe(3);
        output.ShouldContain("0 landed, 20 were here already, 1 rejected");
    }

    private static async Task<(int Code, string Output)> RunAsync(ConsoleHost host, params string[] args)
    {
        var output = new StringWriter();
        var code = await CommandLine.RunAsync(host.Services, args, output, new StringWriter());
        return (code, output.ToString().Trim());
    }

    private static byte[] File(int calls)
    {
        var text = new StringBuilder("call_id,project_id,status,started_at,duration_seconds\n");
        for (var i = 0; i < calls; i++)
            text.Append(CultureInfo.InvariantCulture, $"c-{i},cars,{(i % 3 == 0 ? "failed" : "completed")},{new DateTime(2026, 1, 1).AddMinutes(i):yyyy-MM-dd'T'HH:mm:ss'Z'},{i % 100}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A data folder with a key and a project.</summary>
    private async Task<string> MadeReadyAsync()
    {
        await using var host = new ConsoleHost { Settings = { ["Data:Folder"] = _folder } };
        await host.Get<ProjectEditing>().CreateAsync(new ProjectDraft("cars", "Cars", "", "en", [new CaptureField("price", "price")], "Be kind."), Actor.System);
        return (await host.Get<ApiKeys>().AddAsync(new ApiKeyDraft("admin", [Scopes.Admin]), Actor.System))!;
    }

    private async Task<ConsoleProcess> StartAsync(string admin)
    {
        var console = await ConsoleProcess.StartAsync(
            _folder, null, "--Jobs:Enabled", "false", "--Imports:RowsPerCommit", "20", "--Imports:UndoRowsPerCommit", "20", "--Imports:IdleSeconds", "1");
        console.Client!.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", admin);
        return console;
    }

    private static async Task<Answer> UntilAsync(ConsoleProcess console, long id, Func<Answer, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            var import = (await console.Client!.GetJsonAsync($"/api/imports/{id}")).Is(HttpStatusCode.OK);
            if (holds(import))
                return import;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    private SupportDbContext Open() => new(
        new DbContextOptionsBuilder<SupportDbContext>().UseSqlite($"Data Source={Path.Combine(_folder, "console.db")};Pooling=False").Options,
        new Domain.Live.LiveFeed(Microsoft.Extensions.Logging.Abstractions.NullLogger<Domain.Live.LiveFeed>.Instance), TimeProvider.System);
}
