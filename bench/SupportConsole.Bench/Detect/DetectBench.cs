using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Bench.Detect;

/// <summary>
/// One more call in the real-time path (counted, detected, proposed, marked, committed) with 1,000 projects and 1,000,000 calls
/// stored; beside one plain scan that reads that project's calls and counts them.
/// </summary>
internal static class DetectBench
{
    private const int Projects = 1_000;
    private const int CallsEach = 1_000;
    private const int WarmUps = 20;
    private const int Samples = 200;

    public static async Task RunAsync()
    {
        await using var console = await InProcessConsole.StartAsync();
        var filled = Stopwatch.StartNew();
        for (var i = 0; i < Projects; i++)
        {
            await StoredCalls.FillAsync(console, $"project-{i}", CallsEach, seed: i);
            if ((i + 1) % 100 == 0)
                await Console.Error.WriteLineAsync($"{(i + 1) * CallsEach:N0} calls stored after {filled.Elapsed.TotalSeconds:0} s");
        }

        var (measured, reference) = (new List<double>(), new List<double>());
        for (var sample = -WarmUps; sample < Samples; sample++)
        {
            var project = $"project-{(sample + WarmUps) * 37 % Projects}";
            var path = await PathAsync(console, project, sample);
            var scan = await ScanAsync(console, project);
            if (sample >= 0)
            {
                measured.Add(path);
                reference.Add(scan);
            }
        }

        BenchLine.Of("detect", measured, "plain scan of the project's 1,000 calls, read and counted", reference).Print();
    }

    private static async Task<double> PathAsync(InProcessConsole console, string project, int sample)
    {
        await console.Get<CallIntake>().RecordAsync("bench", StoredCalls.One($"live-{sample}", project, DateTimeOffset.UtcNow, new Random(sample)));
        var watch = Stopwatch.StartNew();
        while (await console.Get<EventPipeline>().ProcessAsync() == 0)
        {
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> ScanAsync(InProcessConsole console, string externalId)
    {
        var watch = Stopwatch.StartNew();
        await using var db = await console.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var project = await db.Projects.AsNoTracking().SingleAsync(project => project.ExternalId == externalId);
        var calls = await db.Calls.AsNoTracking().Where(call => call.ProjectId == project.Id).ToListAsync();
        var counts = calls.SelectMany(call => CallCounting.Entries(call, project.CaptureFields)).CountBy(entry => entry).ToList();
        return counts.Count > 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("The project has no calls.");
    }
}
