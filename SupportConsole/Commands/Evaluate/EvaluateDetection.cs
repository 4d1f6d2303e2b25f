using System.CommandLine;
using System.Diagnostics;
using SupportConsole.Domain.Evaluation.Detection;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Cards on simulated projects, or on somebody else's, whose causes are known.</summary>
internal static class EvaluateDetection
{
    private const int MostScenarios = 100_000;

    public static Command Of(IServiceProvider services)
    {
        var count = new Option<int>("--scenarios") { Description = "Simulated projects.", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same projects.", DefaultValueFactory = _ => 1 };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Writes the calls and the truth here as well." };
        var input = new Option<DirectoryInfo?>("--input") { Description = "Scores the calls and the truth that lie here, instead of simulated ones." };
        var command = new Command("detection", "Scores cards on projects whose causes are known.") { count, seed, output, input };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostScenarios)
                result.AddError($"--scenarios takes 1 to {MostScenarios}.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(input) is not null && result.GetValue(output) is not null)
                result.AddError("Use --out or --input, not both.");
            if (result.GetValue(input) is { Exists: false } missing)
                result.AddError($"There is no folder {missing.FullName}.");
        });
        return command.Does(async (parsed, lines) =>
        {
            var clock = Stopwatch.StartNew();
            var maker = services.GetRequiredService<ScenarioMaker>();
            var made = Enumerable.Range(0, parsed.GetValue(count)).Select(index => maker.Make(parsed.GetValue(seed), index));
            if (parsed.GetValue(output) is { } folder)
                ScenarioFiles.Write(folder.FullName, made);

            var (scenarios, calls) = (0, 0);
            var all = parsed.GetValue(input) is { } from ? ScenarioFiles.Read(from.FullName) : made;
            var score = services.GetRequiredService<DetectionEvaluation>().Score(all.Select(scenario =>
            {
                (scenarios, calls) = (scenarios + 1, calls + scenario.Calls.Count);
                return scenario;
            }));

            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{calls / clock.Elapsed.TotalSeconds:0} calls per second, each looked at as it comes in");
            var line = ScoreLine.Of(score);
            line.Insert(0, "task", "detection");
            line.Insert(1, "scenarios", scenarios);
            line.Insert(2, "calls", calls);
            if (parsed.GetValue(input) is null)
                line.Insert(3, "seed", parsed.GetValue(seed));
            await lines.WriteLineAsync(line.ToJsonString());
            return ExitCode.Done;
        });
    }
}
