using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>
/// Scenarios as files, so that somebody else's can be scored and ours can be looked at: <c>projects.jsonl</c> and
/// <c>calls.jsonl</c> hold what a console would receive, <c>truth.jsonl</c> what is really so. Times are UTC.
/// </summary>
public static class ScenarioFiles
{
    private const string Projects = "projects.jsonl", Calls = "calls.jsonl", Truth = "truth.jsonl";

    public static void Write(string folder, IEnumerable<Scenario> scenarios)
    {
        Directory.CreateDirectory(folder);
        using var projects = new StreamWriter(Path.Combine(folder, Projects));
        using var calls = new StreamWriter(Path.Combine(folder, Calls));
        using var truths = new StreamWriter(Path.Combine(folder, Truth));
        foreach (var scenario in scenarios)
        {
            var (id, truth) = (scenario.Project.ExternalId, scenario.Truth);
            projects.WriteLine(JsonColumn.Write(new ProjectLine(id, scenario.Project.Language, scenario.Instructions, scenario.Project.CaptureFields)));
            truths.WriteLine(JsonColumn.Write(new TruthLine(
                id, truth.Kind, scenario.From, scenario.To, truth.AppliedAt,
                [.. truth.Problems.Select(one => new ProblemLine(one.Causes, one.Metric, one.Field, one.Since, one.Effect * 100))])));
            foreach (var call in scenario.Calls)
            {
                calls.WriteLine(JsonColumn.Write(new CallLine(
                    call.ExternalId, id, call.InstructionVersion, call.Status, call.FailureReason, call.EndedBy, call.StartedAt,
                    call.DurationSeconds, call.Fields, call.Transcript)));
            }
        }
    }

    /// <summary>Throws <see cref="InvalidDataException"/> naming file and line of what cannot be read.</summary>
    public static IReadOnlyList<Scenario> Read(string folder)
    {
        var calls = Lines<CallLine>(folder, Calls).ToLookup(call => call.ProjectId);
        var truths = Lines<TruthLine>(folder, Truth).ToDictionary(truth => truth.ProjectId);
        return [.. Lines<ProjectLine>(folder, Projects).Select(project => Of(
            project,
            truths.GetValueOrDefault(project.ProjectId) ?? throw new InvalidDataException($"{Truth}: there is no line for project {project.ProjectId}."),
            calls[project.ProjectId]))];
    }

    private static Scenario Of(ProjectLine line, TruthLine truth, IEnumerable<CallLine> calls)
    {
        var project = new Project
        {
            ExternalId = line.ProjectId,
            Name = line.ProjectId,
            Language = line.Language,
            CaptureFields = [.. line.CaptureFields],
        };
        return new Scenario(
            project, line.Instructions, [.. calls.OrderBy(call => call.StartedAt).Select(Of)], truth.From, truth.To, new ScenarioTruth(
                truth.Kind,
                [.. (truth.Problems ?? Alone(truth)).Select(one => new TrueProblem(one.Causes, one.Metric, one.Field, one.Since, one.EffectPoints / 100))],
                truth.AppliedAt));
    }

    private static IReadOnlyList<ProblemLine> Alone(TruthLine truth) => truth.Causes is not { Count: > 0 } causes ? []
        : [new(
            causes, truth.Metric ?? throw new InvalidDataException($"{Truth}: the line of project {truth.ProjectId} has causes and no metric."),
            truth.Field, truth.Since, truth.EffectPoints)];

    private static Call Of(CallLine line) => new()
    {
        Source = "file",
        ExternalId = line.CallId,
        ProjectId = 0,
        InstructionVersion = line.InstructionVersion ?? 1,
        Status = line.Status,
        FailureReason = line.FailureReason,
        EndedBy = line.EndedBy,
        StartedAt = DateTime.SpecifyKind(line.StartedAt, DateTimeKind.Utc),
        DurationSeconds = line.DurationSeconds,
        ReceivedAt = line.StartedAt,
        Fields = line.Fields,
        Transcript = line.Transcript,
    };

    private static IEnumerable<T> Lines<T>(string folder, string name)
    {
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, name)))
        {
            number++;
            if (line.Length > 0)
            {
                yield return Parse<T>(line, $"{name}, line {number}");
            }
        }
    }

    private static T Parse<T>(string line, string where)
    {
        try
        {
            return JsonColumn.Read<T>(line);
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw new InvalidDataException($"{where}: {fault.Message}", fault);
        }
    }

    private sealed record ProjectLine(string ProjectId, string Language, string Instructions, IReadOnlyList<CaptureField> CaptureFields);

    private sealed record CallLine(
        string CallId, string ProjectId, int? InstructionVersion, CallStatus Status, string? FailureReason, CallEnding? EndedBy, DateTime StartedAt,
        int DurationSeconds, Dictionary<string, string> Fields, List<TranscriptLine> Transcript);

    /// <param name="Problems">Null in a file that knows of one problem a project at most; what follows is then that problem's.</param>
    private sealed record TruthLine(
        string ProjectId, ScenarioKind Kind, DateTime From, DateTime To, DateTime? AppliedAt, IReadOnlyList<ProblemLine>? Problems,
        IReadOnlyList<string>? Causes = null, Metric? Metric = null, string? Field = null, DateTime? Since = null, double? EffectPoints = null);

    /// <param name="EffectPoints">How far the second version moved the true rate, in points.</param>
    private sealed record ProblemLine(IReadOnlyList<string> Causes, Metric Metric, string? Field, DateTime? Since, double? EffectPoints);
}
