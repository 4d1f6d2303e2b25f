using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Suggestions;

/// <summary>What the catalogue's texts are filled with, from the project's own calls.</summary>
public sealed class ProjectFacts(IOptionsMonitor<WorkspaceOptions> workspace, IOptionsMonitor<DetectionOptions> detection)
{
    public async Task<Dictionary<string, string>> ForAsync(
        SupportDbContext db, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        var facts = new Dictionary<string, string> { ["project"] = snapshot.Project.Name };
        if (finding.Field is { } field)
        {
            facts["label"] = string.IsNullOrWhiteSpace(field.Label) ? field.Key.Replace('_', ' ') : field.Label;
        }

        if (finding.Cause == "success." + FailureCause.NoAnswer && await BestHoursAsync(db, snapshot, cancellation) is { } hours)
        {
            facts["hours"] = hours;
        }

        foreach (var (name, fact) in finding.Facts)
        {
            facts[name] = fact;
        }

        if (finding.ReadFromText)
        {
            // Read again: the instructions may have gained some of them since the card was made.
            var found = finding.Causes.Select(cause => cause.Cause);
            foreach (var practice in Practices.Lacking(snapshot.Instructions, snapshot.Project.CaptureFields).Intersect(found))
            {
                facts[practice] = "";
            }
        }

        return facts;
    }

    private async Task<string?> BestHoursAsync(SupportDbContext db, ProjectSnapshot snapshot, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);
        var rows = await db.CallCounts.AsNoTracking()
            .Where(row => row.ProjectId == snapshot.Project.Id && row.Version == snapshot.Project.CurrentVersion
                && row.Bucket >= snapshot.From && row.Bucket <= snapshot.To
                && (row.Kind == CallCountKind.Outcome || (row.Kind == CallCountKind.Failure && row.Value == FailureCause.NoAnswer)))
            .Select(row => new { row.Bucket, row.Kind, row.Count }).ToListAsync(cancellation);
        var calls = new int[24];
        var answered = new int[24];
        foreach (var row in rows)
        {
            var hour = TimeZoneInfo.ConvertTimeFromUtc(row.Bucket, zone).Hour;
            calls[hour] += row.Kind == CallCountKind.Outcome ? row.Count : 0;
            answered[hour] += row.Kind == CallCountKind.Outcome ? row.Count : -row.Count;
        }

        return CallingWindow.Best(calls, answered, detection.CurrentValue.MinimumCalls);
    }
}
