using System.Diagnostics;

namespace SupportConsole.Bench.Ingest;

/// <summary>
/// Calls over HTTP into the console: accepted (answered and on disk) one by one and in batches, and drained (taken through counting and
/// detection too); beside bare inserts of the same rows, measured before and after.
/// </summary>
internal static class IngestBench
{
    private const int Projects = 20;
    private const int BatchRows = 500;
    private const int BulkRows = 100_000;
    private const int BulkClients = 4;

    private static readonly TimeSpan Single = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        using var raw = new RawTable();
        var reference = (One: RawOnes(raw), Many: RawMany(raw));
        await using var console = new ConsoleProcess();
        using var calls = await CallClient.StartAsync(console, Projects);

        await calls.SendForAsync(TimeSpan.FromSeconds(15), clients: 64); // The first requests pay for the compiler, which takes its time.
        var eight = await calls.SendForAsync(Single, clients: 8);
        var many = await calls.SendForAsync(Single, clients: 64);
        await console.DrainedAsync();

        var watch = Stopwatch.StartNew();
        var accepted = await calls.SendBatchesAsync(BulkRows, BatchRows, BulkClients);
        await console.DrainedAsync();
        var drained = new Rate(accepted.Rows, watch.Elapsed.TotalSeconds);

        var (one, batches) = (reference.One + RawOnes(raw), reference.Many + RawMany(raw));
        const string ones = "bare inserts, a transaction each", bulk = "bare inserts, 500 a transaction";
        RateLine.Of("ingest", "accepted_8", eight, one, ones).Print();
        RateLine.Of("ingest", "accepted_64", many, one, ones).Print();
        RateLine.Of("ingest", "accepted_batches", accepted, batches, bulk).Print();
        RateLine.Of("ingest", "drained_bulk", drained, batches, bulk).Print();
    }

    private static Rate RawOnes(RawTable raw) => raw.Insert(20_000, 1, Single / 2);

    private static Rate RawMany(RawTable raw) => raw.Insert(BulkRows / 2, BatchRows, Single);
}
