using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Detection;

/// <summary>Runs every call detector over one project.</summary>
public sealed class CallDetection(IEnumerable<ICallDetector> detectors, IOptionsMonitor<DetectionOptions> options, IOptionsMonitor<WorkspaceOptions> workspace, TimeProvider clock) : IDisposable
{
    /// <summary>Texts in force, parsed: every call that comes in asks for one.</summary>
    private readonly MemoryCache _parsed = new(new MemoryCacheOptions { SizeLimit = MostParsed });

    /// <summary>Characters: the texts of thousands of projects, in some forty megabytes.</summary>
    private const int MostParsed = 20_000_000;

    private const string Text = """SELECT "Text" FROM "InstructionVersions" WHERE "ProjectId" = $1 AND "Number" = $2""";

    /// <summary>The project's calls on the version in force, over the window.</summary>
    public ProjectSnapshot Snapshot(SupportDbContext db, Project project)
    {
        var to = clock.GetUtcNow().UtcDateTime;
        var from = options.CurrentValue.WindowStart(to);
        var text = (string)PreparedStatements.Of(db).Scalar(Text, project.Id, project.CurrentVersion)!;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);
        var (totals, times) = CallWeeks.Read(db, project.Id, project.CurrentVersion, from, to, zone);
        return new ProjectSnapshot(project, Parsed(text), totals, from, to) { Times = times };
    }

    /// <summary>What is wrong, one finding for each problem.</summary>
    public IReadOnlyList<Finding> Find(ProjectSnapshot snapshot) => Find(snapshot, snapshot.Project.Detection);

    /// <summary>The same with other settings of the project than it has.</summary>
    public IReadOnlyList<Finding> Find(ProjectSnapshot snapshot, ProjectDetection own)
    {
        var current = options.CurrentValue.With(own);
        // Muted last: one of two that speak of the same lost calls must not come up because the other may not.
        return [.. Finding.OneForEachProblem(detectors.SelectMany(detector => detector.Find(snapshot, current)))
            .Where(finding => !own.IsMuted(finding.Detector, finding.Field?.Key, snapshot.To))];
    }

    /// <summary>How a finding of this snapshot stands since its rate last changed; null when its problem is no more. Reads the calls by day.</summary>
    public SteadyFinding? Steady(SupportDbContext db, ProjectSnapshot snapshot, Finding finding)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);
        var days = CallWeeks.Daily(db, snapshot.Project.Id, snapshot.From, snapshot.To.AddTicks(1), zone, snapshot.Project.CurrentVersion)
            .OrderBy(day => day.Day).ToList();
        var detector = detectors.Single(detector => detector.Name == finding.Detector);
        return SteadyFinding.Of(detector, snapshot, days, finding, options.CurrentValue.With(snapshot.Project.Detection));
    }

    /// <summary>Calls from which on not being found says something.</summary>
    public int MinimumCalls(Project project) => options.CurrentValue.With(project.Detection).MinimumCalls;

    /// <summary>The names of all detectors.</summary>
    public IEnumerable<string> Detectors => detectors.Select(detector => detector.Name);

    public void Dispose() => _parsed.Dispose();

    private InstructionText Parsed(string text) => _parsed.GetOrCreate(text, entry =>
    {
        entry.Size = text.Length;
        entry.SlidingExpiration = TimeSpan.FromDays(1);
        return InstructionText.Parse(text);
    })!;
}
