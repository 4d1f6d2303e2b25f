using SupportConsole.Bench.Detect;
using SupportConsole.Bench.Ingest;
using SupportConsole.Bench.Live;

// Each benchmark is one name in this table, prints one JSON line for each case, and measures its reference in the same run.
var benchmarks = new Dictionary<string, Func<Task>>
{
    ["live"] = LiveBench.RunAsync,
    ["ingest"] = IngestBench.RunAsync,
    ["detect"] = DetectBench.RunAsync,
};

if (args is ["make-calls", .. var how])
    return await MakeCalls.RunAsync(how);

if (args is [var name] && benchmarks.TryGetValue(name, out var run))
{
    await run();
    return 0;
}

await Console.Error.WriteLineAsync($"usage: SupportConsole.Bench NAME, one of: {string.Join(", ", benchmarks.Keys)}; or make-calls --rows N --out FILE");
return 2;
