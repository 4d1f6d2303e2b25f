using SupportConsole.Bench.Detect;
using SupportConsole.Bench.Ingest;
using SupportConsole.Bench.Live;
using SupportConsole.Bench.Triage;

// Each benchmark is one name in this table, prints one JSON line for each case, and measures its reference in the same run.
var benchmarks = new Dictionary<string, Func<IReadOnlyDictionary<string, string>, Task>>
{
    ["live"] = _ => LiveBench.RunAsync(),
    ["ingest"] = _ => IngestBench.RunAsync(),
    ["import"] = ImportBench.RunAsync,
    ["faults"] = FaultsBench.RunAsync,
    ["detect"] = _ => DetectBench.RunAsync(),
    ["text"] = _ => TextBench.RunAsync(),
    ["triage"] = TriageBench.RunAsync,
};

if (args is ["make-calls", .. var how])
    return await MakeCalls.RunAsync(how);

if (args is [var name, .. var options] && options.Length % 2 == 0 && benchmarks.TryGetValue(name, out var run))
{
    await run(options.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));
    return 0;
}

await Console.Error.WriteLineAsync($"usage: SupportConsole.Bench NAME [--option value], one of: {string.Join(", ", benchmarks.Keys)}; or make-calls --rows N --out FILE");
return 2;
