using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Commands;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Evaluation.Detection;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Evaluation;

public sealed class DetectionEvaluationTests : IAsyncLifetime
{
    private const int Scenarios = 80, Seed = 20_261;

    private readonly ConsoleHost _host = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"scenarios-{Guid.NewGuid():N}");

    public Task InitializeAsync() => Task.FromResult(_host.Address);

    public async Task DisposeAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Cards_OnSimulatedProjects_AreAsRightAsPromised()
    {
        var score = await ScoreAsync("--scenarios", $"{Scenarios}", "--seed", $"{Seed}");

        score["precision"].GetDouble().ShouldBeGreaterThanOrEqualTo(0.9);
        score["recall"].GetDouble().ShouldBeGreaterThanOrEqualTo(0.9);
        score["right_cause"].GetDouble().ShouldBeGreaterThanOrEqualTo(0.85);
        score["interval_coverage"].GetDouble().ShouldBeInRange(0.8, 0.98); // Wider than the goal: these are some forty intervals.
        score["by_detector"].EnumerateObject().Select(detector => detector.Name).ShouldBe(
            ["hang_up_point", "low_success_rate", "missing_data", "timing", "tone"]);
        score["false_cards_per_100_project_weeks"].GetDouble().ShouldBeLessThan(2);
    }

    [Fact]
    public async Task Files_WrittenAndScored_GiveTheScoreOfTheScenariosThemselves()
    {
        var made = await ScoreAsync("--scenarios", "12", "--seed", "5", "--out", _folder);
        var read = await ScoreAsync("--input", _folder);

        made.Remove("seed");
        read.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()).ShouldBe(made.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
    }

    [Fact]
    public async Task Truth_OfOneProblemInTheOlderShape_IsReadAsThatProblem()
    {
        ScenarioFiles.Write(_folder, [_host.Services.GetRequiredService<ScenarioMaker>().Make(1, 1)]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "truth.jsonl"), """
            {"project_id":"p1","kind":"problem","causes":["missing.not_asked"],"metric":"field_captured","field":"price","from":"2026-01-05T00:00:00Z","to":"2026-03-02T00:00:00Z","since":"2026-01-05T00:00:00Z","applied_at":"2026-02-01T00:00:00Z","effect_points":20}
            """);

        var problem = ScenarioFiles.Read(_folder).ShouldHaveSingleItem().Truth.Problems.ShouldHaveSingleItem();

        (problem.Causes[0], problem.Metric, problem.Field, problem.Effect).ShouldBe(("missing.not_asked", Metric.FieldCaptured, "price", 0.2));
    }

    [Fact]
    public void Scenarios_OfManySeeds_HoldEveryProblemThatADetectorNames()
    {
        var maker = _host.Services.GetRequiredService<ScenarioMaker>();
        var made = Enumerable.Range(0, 300).Select(index => maker.Make(3, index).Truth).ToList();

        made.ShouldContain(truth => truth.Problems.Count == 2);
        made.SelectMany(truth => truth.Problems).Select(problem => problem.Causes[0]).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "hang_up.at_field", "hang_up.long", "hang_up.opening", "missing.not_answered", "missing.not_asked", "missing.not_confirmed",
            "success.no_answer", "success.not_interested", "success.other", "timing.hours", "timing.weekday",
            "tone.cold", "tone.interrupting", "tone.pushy", "tone.too_fast",
        ]);
    }

    [Fact]
    public async Task Input_WithALineThatIsNone_NamesFileAndLine()
    {
        ScenarioFiles.Write(_folder, [_host.Services.GetRequiredService<ScenarioMaker>().Make(1, 1)]);
        await File.AppendAllTextAsync(Path.Combine(_folder, "calls.jsonl"), "{\"call_id\": 1}\n");
        var errors = new StringWriter();

        (await CommandLine.RunAsync(_host.Services, ["evaluate", "detection", "--input", _folder], new StringWriter(), errors)).ShouldBe(1);

        errors.ToString().ShouldContain("calls.jsonl, line");
    }

    private async Task<Dictionary<string, JsonElement>> ScoreAsync(params string[] options)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        (await CommandLine.RunAsync(_host.Services, ["evaluate", "detection", .. options], output, errors)).ShouldBe(0, errors.ToString());
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
    }
}
