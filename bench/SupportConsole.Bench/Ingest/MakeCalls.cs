using System.Globalization;
using System.Text;
using System.Text.Json;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Bench.Ingest;

/// <summary>
/// make-calls --rows N --out FILE [--seed 1] [--projects 10] [--format csv|jsonl]: calls of a year before 2026, in order of time, for the
/// projects bench-0, bench-1, ... The same arguments give the same file, byte for byte.
/// </summary>
internal static class MakeCalls
{
    private static readonly DateTimeOffset End = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var given = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        if (!given.TryGetValue("--out", out var file) || !int.TryParse(given.GetValueOrDefault("--rows"), CultureInfo.InvariantCulture, out var rows))
        {
            await Console.Error.WriteLineAsync("usage: make-calls --rows N --out FILE [--seed 1] [--projects 10] [--format csv|jsonl]");
            return 2;
        }

        await WriteAsync(
            file, rows, int.Parse(given.GetValueOrDefault("--projects", "10"), CultureInfo.InvariantCulture),
            int.Parse(given.GetValueOrDefault("--seed", "1"), CultureInfo.InvariantCulture), given.GetValueOrDefault("--format", "csv") == "csv");
        return 0;
    }

    public static async Task WriteAsync(string file, int rows, int projects, int seed, bool isCsv)
    {
        var random = new Random(seed);
        await using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 20);
        if (isCsv)
            await writer.WriteAsync("call_id,project_id,status,failure_reason,ended_by,started_at,duration_seconds,customer_id,price,postcode,transcript\n");
        for (var i = 0; i < rows; i++)
        {
            var at = End.AddDays(-365).AddSeconds(365.0 * 86_400 * i / rows);
            var call = StoredCalls.One($"made-{i}", $"bench-{random.Next(projects)}", at, random);
            await writer.WriteAsync((isCsv ? Csv(call) : JsonSerializer.Serialize(call with { InstructionVersion = null }, Json)) + "\n");
        }
    }

    private static string Csv(CallEnded call) => string.Join(',', new[]
    {
        call.CallId, call.ProjectId, call.Status.ToString()!.ToLowerInvariant(), call.FailureReason, call.EndedBy.ToString()!.ToLowerInvariant(),
        call.StartedAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), call.DurationSeconds!.Value.ToString(CultureInfo.InvariantCulture),
        call.CustomerId, call.Fields?.GetValueOrDefault("price"), call.Fields?.GetValueOrDefault("postcode"),
        "\"" + string.Join('\n', call.Transcript!.Select(line => $"{line.Role.ToString()!.ToLowerInvariant()}: {line.Text}")).Replace("\"", "\"\"") + "\"",
    });
}
