using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Commands;
using SupportConsole.Domain.Evaluation.Detection;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Evaluation;

public sealed class DetectionEvaluationTests : IAsyncLifetime
{
    private const int Scenarios = 150, Seed = 20_261;

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
        score["interval_coverage"].GetDouble().ShouldBeInRange(0.8, 0.98); // Wider than the goal: these are some seventy intervals.
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
