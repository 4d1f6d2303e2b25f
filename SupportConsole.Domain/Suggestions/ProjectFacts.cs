using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Suggestions;

/// <summary>What the catalogue's texts are filled with, from the project's own calls.</summary>
public sealed class ProjectFacts(IOptionsMonitor<WorkspaceOptions> workspace)
{
    /// <summary>Hours of a calling window: short enough to tell hours apart, long enough to place the calls in.</summary>
    private const int WindowHours = 4;

    /// <summary>First and last hour in which it is decent to call.</summary>
    private const int EarliestHour = 9, LatestHour = 20;

    /// <summary>How sure it must be that the window is answered more than the other hours.</summary>
    private const double HoursCertainty = 0.95;

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

        return facts;
    }

    /// <summary>"13:00-17:00" when those four hours are answered more than the rest, beyond doubt; else null.</summary>
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

        var best = Enumerable.Range(EarliestHour, LatestHour - EarliestHour - WindowHours + 1)
            .Select(start => (Start: start, Rate: new Rate(answered[start..(start + WindowHours)].Sum(), calls[start..(start + WindowHours)].Sum())))
            .MaxBy(window => window.Rate.Posterior.Mean);
        var rest = new Rate(answered.Sum() - best.Rate.Hits, calls.Sum() - best.Rate.Total);
        return BetaMath.Difference(best.Rate.Posterior, rest.Posterior).ProbabilityAbove(0) >= HoursCertainty
            ? string.Create(CultureInfo.InvariantCulture, $"{best.Start:00}:00-{best.Start + WindowHours:00}:00")
            : null;
    }
}
