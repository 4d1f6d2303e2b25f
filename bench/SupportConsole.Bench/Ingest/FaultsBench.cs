using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace SupportConsole.Bench.Ingest;

/// <summary>
/// faults [--kills 20]: eight senders, each of which sends a call again until it is answered, while the console is killed (SIGKILL) and
/// started again and again. Then: is every answered call there (lost), is any there twice, and does it count twice (doubled)?
/// </summary>
internal static class FaultsBench
{
    private const int Senders = 8;
    private const int MostMilliseconds = 1_500;

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(IReadOnlyDictionary<string, string> given)
    {
        var kills = int.Parse(given.GetValueOrDefault("--kills", "20"), CultureInfo.InvariantCulture);
        var random = new Random(1);
        await using var console = new ConsoleProcess();
        using var calls = await CallClient.StartAsync(console, projects: 1);
        var acknowledged = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(sender => SendAsync(calls, sender, acknowledged, stop.Token)).ToList();
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(MostMilliseconds));
            await console.KillAsync();
            await console.StartAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(senders);
        await console.DrainedAsync();
        await using var database = await console.DatabaseAsync();
        await using var command = database.CreateCommand();
        command.CommandText = """SELECT "ExternalId" FROM "Calls" """;
        var stored = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                stored.Add(reader.GetString(0));
        }

        var distinct = stored.ToHashSet(StringComparer.Ordinal);
        var counted = await console.NumberAsync("""SELECT COALESCE(SUM("Count"), 0) FROM "CallCounts" WHERE "Kind" = 1""");
        var line = new FaultsLine(
            "faults", kills, acknowledged.Count, stored.Count, counted, acknowledged.Count(id => !distinct.Contains(id)), stored.Count - distinct.Count + Math.Abs(counted - distinct.Count));
        Console.WriteLine(JsonSerializer.Serialize(line, BenchLine.Json));
    }

    private static async Task SendAsync(CallClient calls, int sender, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        await Task.Yield();
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var id = $"sender-{sender}-call-{number}";
            while (!await calls.TrySendAsync(id))
                await Task.Delay(Again, CancellationToken.None);
            acknowledged.Add(id);
        }
    }

    /// <param name="Acknowledged">Calls that were answered.</param>
    /// <param name="Counted">Calls in the counts that detection reads.</param>
    /// <param name="Lost">Answered and not there.</param>
    /// <param name="Doubled">There twice, or counted other than once.</param>
    private sealed record FaultsLine(string Bench, int Kills, int Acknowledged, int Stored, long Counted, int Lost, long Doubled);
}
