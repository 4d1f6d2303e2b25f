using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using SupportConsole.Bench.Live;

namespace SupportConsole.Bench.Ingest;

/// <summary>
/// import [--rows 1000000]: a CSV through the page in Chromium. In the middle the console is killed (SIGKILL) and started again and the
/// page is loaded anew; when all is in, it is undone. Speed beside bare inserts of 500, memory, and what was lost, doubled or left over.
/// </summary>
internal static class ImportBench
{
    private const int Projects = 10;
    private const int BatchRows = 500;
    private const int RawRows = 50_000;
    private const int KillAtPercent = 40;

    private static readonly float Patience = (float)TimeSpan.FromMinutes(20).TotalMilliseconds;

    public static async Task RunAsync(IReadOnlyDictionary<string, string> given)
    {
        var rows = int.Parse(given.GetValueOrDefault("--rows", "1000000"), CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("import-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "calls.csv");
            await MakeCalls.WriteAsync(file, rows, Projects, seed: 1, isCsv: true);
            using var raw = new RawTable();
            var reference = Raw(raw);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.LaunchAsync(playwright);
            await using var console = new ConsoleProcess();
            var invitation = await SignIn.InviteAsync(console);
            using var calls = await CallClient.StartAsync(console, Projects, "bench-");
            var context = await browser.NewContextAsync(new() { BaseURL = console.Address.ToString() });
            context.SetDefaultTimeout(Patience);
            await SignIn.ThroughAsync(context, invitation);
            var line = await ThroughThePageAsync(console, await context.NewPageAsync(), file, rows);
            var all = (reference + Raw(raw)).PerSecond;
            Console.WriteLine(JsonSerializer.Serialize(line with { Reference = Math.Round(all), Ratio = Math.Round(line.RowsPerSecond / all, 2) }, BenchLine.Json));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ImportLine> ThroughThePageAsync(ConsoleProcess console, IPage page, string file, int rows)
    {
        await page.GotoAsync("/imports");
        var upload = Stopwatch.StartNew();
        await page.Locator("#upload-file").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it first" }).WaitForAsync();
        upload.Stop();

        var check = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it first" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start import" }).WaitForAsync();
        check.Stop();

        var seen = new HashSet<int>();
        var running = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start import" }).ClickAsync();
        await UntilAsync(page, seen, percent => percent >= KillAtPercent);
        running.Stop();
        await console.KillAsync();
        var before = await console.NumberAsync("""SELECT COUNT(*) FROM "Calls" """);
        await console.StartAsync();
        running.Start();
        await page.ReloadAsync();
        await UntilAsync(page, seen, percent => percent < 0);
        running.Stop();
        var stored = await console.NumberAsync("""SELECT COUNT(*) FROM "Calls" """);
        var distinct = await console.NumberAsync("""SELECT COUNT(*) FROM (SELECT DISTINCT "ExternalId" FROM "Calls")""");
        var counted = await console.NumberAsync("""SELECT COALESCE(SUM("Count"), 0) FROM "CallCounts" WHERE "Kind" = 1""");

        var undo = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo import" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove them" }).ClickAsync();
        await page.Locator(".head").GetByText("Undone", new() { Exact = true }).WaitForAsync();
        undo.Stop();
        return new ImportLine(
            "import", rows, Math.Round(rows / running.Elapsed.TotalSeconds), 0, "bare inserts, 500 a transaction", 0, Math.Round(running.Elapsed.TotalSeconds, 1),
            Math.Round(upload.Elapsed.TotalSeconds, 1), Math.Round(check.Elapsed.TotalSeconds, 1), console.PeakBytes / 1_000_000, before, seen.Count, rows - distinct, stored - distinct + Math.Abs(counted - distinct),
            Math.Round(undo.Elapsed.TotalSeconds, 1), await console.NumberAsync("""SELECT (SELECT COUNT(*) FROM "Calls") + (SELECT COUNT(*) FROM "CallCounts")"""));
    }

    /// <summary>Reads the bar until <paramref name="enough"/> (-1: there is no bar any more and the import is done); keeps what it showed.</summary>
    private static async Task UntilAsync(IPage page, HashSet<int> seen, Func<int, bool> enough)
    {
        var bar = page.GetByRole(AriaRole.Progressbar);
        var done = page.Locator(".head").GetByText("Done");
        while (true)
        {
            await bar.Or(done).First.WaitForAsync();
            var shown = await bar.CountAsync() > 0 ? await bar.First.GetAttributeAsync("aria-valuenow") : null;
            var percent = shown is null ? -1 : int.Parse(shown, CultureInfo.InvariantCulture);
            if (seen.Add(percent))
                await Console.Error.WriteLineAsync($"the bar stands at {percent} %");
            if (enough(percent))
                return;
            if (percent < 0)
                throw new InvalidOperationException("The import ended before the console was killed: give it more rows.");
            await Task.Delay(200);
        }
    }

    private static Rate Raw(RawTable raw) => raw.Insert(RawRows, BatchRows, TimeSpan.FromSeconds(10));

    /// <param name="Seconds">From the click until the page said done, without the time from the kill until the console answered again.</param>
    /// <param name="PeakMb">The most memory either process held, in MB.</param>
    /// <param name="StoredAtKill">Calls on disk when it was killed.</param>
    /// <param name="BarSteps">Different lengths of the progress bar that were seen.</param>
    /// <param name="Left">Calls and counts that are still there after the undo.</param>
    private sealed record ImportLine(
        string Bench, int Rows, double RowsPerSecond, double Reference, string ReferenceName, double Ratio, double Seconds, double UploadSeconds, double DryRunSeconds, long PeakMb,
        long StoredAtKill, int BarSteps, long Lost, long Doubled, double UndoSeconds, long Left);
}
