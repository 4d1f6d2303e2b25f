using SupportConsole.Bench.Detect;
using SupportConsole.Bench.Ingest;
using SupportConsole.Bench.Live;
using SupportConsole.Bench.Triage;

// Each benchmark is one name in this table, prints one JSON line for each case, and measures its reference in the same run.
var benchmarks = new Dictionary<string, Func<Task>>
{
    ["live"] = LiveBench.RunAsync,
    ["ingest"] = IngestBench.RunAsync,
    ["detect"] = DetectBench.RunAsync,
    ["text"] = TextBench.RunAsync,
    ["triage"] = () => TriageBench.RunAsync(args[1..]),
};

if (args is [var name, ..] && benchmarks.TryGetValue(name, out var run))
{
    await run();
    return 0;
}

await Console.Error.WriteLineAsync($"usage: SupportConsole.Bench NAME, one of: {string.Join(", ", benchmarks.Keys)}");
return 2;
