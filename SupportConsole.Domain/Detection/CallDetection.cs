using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Detection;

/// <summary>Runs every call detector over one project.</summary>
public sealed class CallDetection(IEnumerable<ICallDetector> detectors, IOptionsMonitor<DetectionOptions> options, IOptionsMonitor<WorkspaceOptions> workspace, TimeProvider clock)
{
    /// <summary>The project's calls on the version in force, over the window.</summary>
    public async Task<ProjectSnapshot> SnapshotAsync(SupportDbContext db, Project project, CancellationToken cancellation = default)
    {
        var to = clock.GetUtcNow().UtcDateTime;
        var from = to.AddDays(-options.CurrentValue.WindowDays);
        var text = await db.InstructionVersions.AsNoTracking()
            .Where(version => version.ProjectId == project.Id && version.Number == project.CurrentVersion)
            .Select(version => version.Text).SingleAsync(cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);
        var (totals, times) = await CallWeeks.ReadAsync(db, project.Id, project.CurrentVersion, from, to, zone, cancellation);
        return new ProjectSnapshot(project, InstructionText.Parse(text), totals, from, to) { Times = times };
    }

    /// <summary>What is wrong, one finding for each problem.</summary>
    public IReadOnlyList<Finding> Find(ProjectSnapshot snapshot)
    {
        var current = options.CurrentValue;
        return Finding.OneForEachProblem(detectors.SelectMany(detector => detector.Find(snapshot, current)));
    }
}
