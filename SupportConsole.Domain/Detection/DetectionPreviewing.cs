using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Detection;

/// <summary>
/// Tells what other settings would have found: each of the last days is looked at as it was at its end, on the instructions that were
/// in force then. Whether a card would have been made is another question, which also
/// depends on what people decided by then.
/// </summary>
public sealed class DetectionPreviewing(
    IDbContextFactory<SupportDbContext> contexts, CallDetection detection, IOptionsMonitor<DetectionOptions> options, IOptionsMonitor<WorkspaceOptions> workspace, TimeProvider clock)
{
    public const int Days = 30;

    /// <summary>What <paramref name="proposed"/> and what is in force finds on each day; null when there is no such project.</summary>
    public async Task<DetectionPreview?> ReadAsync(long projectId, ProjectDetection proposed, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (Project.Read(db, projectId) is not { } project)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var window = options.CurrentValue;
        var first = now.Date.AddDays(1 - Days);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);
        var counted = CallWeeks.Daily(db, projectId, window.WindowStart(first), now.AddTicks(1), zone, cancellation: cancellation).ToLookup(day => day.Version);
        var versions = await VersionsAsync(db, projectId, first, cancellation);
        var found = new Dictionary<string, Tried>();
        foreach (var (index, day) in Enumerable.Range(0, Days).Select(i => first.AddDays(i)).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var end = day.AddDays(1) < now ? day.AddDays(1) : now;
            if (versions.Find(version => version.From <= end) is not { } inForce)
            {
                continue; // There was no project yet.
            }

            var (totals, times) = Sum(counted[inForce.Number].Where(one => one.Day >= window.WindowStart(day) && one.Day <= day));
            var snapshot = new ProjectSnapshot(project, inForce.Text, totals, window.WindowStart(day), end) { Times = times };
            foreach (var finding in detection.Find(snapshot, proposed))
            {
                Note(finding).Proposed[index] = true;
            }

            foreach (var finding in detection.Find(snapshot, project.Detection))
            {
                Note(finding).Present[index] = true;
            }
        }

        return new DetectionPreview(
            [.. Enumerable.Range(0, Days).Select(i => DateOnly.FromDateTime(first.AddDays(i)))],
            [.. found.Values.OrderByDescending(one => one.Proposed.Count(day => day)).ThenBy(one => one.Latest.Problem, StringComparer.Ordinal)
                .Select(one => new PreviewedFinding(one.Latest, one.Proposed, one.Present))]);

        Tried Note(Finding finding)
        {
            var tried = found.TryGetValue(finding.Problem, out var known) ? known : found[finding.Problem] = new Tried();
            tried.Latest = finding;
            return tried;
        }
    }

    /// <summary>The versions that were in force since then, newest first.</summary>
    private static async Task<List<ServedText>> VersionsAsync(SupportDbContext db, long projectId, DateTime from, CancellationToken cancellation)
    {
        var versions = db.InstructionVersions.AsNoTracking().Where(version => version.ProjectId == projectId);
        var oldest = await versions.Where(version => version.ServedFrom <= from).MaxAsync(version => (int?)version.Number, cancellation) ?? 1;
        return [.. (await versions.Where(version => version.Number >= oldest).OrderByDescending(version => version.Number)
            .Select(version => new { version.Number, version.ServedFrom, version.Text }).ToListAsync(cancellation))
            .Select(version => new ServedText(version.Number, version.ServedFrom, InstructionText.Parse(version.Text)))];
    }

    private static (CallTotals Totals, CallTimes Times) Sum(IEnumerable<CountedDay> days)
    {
        var (totals, times) = (new CallTotals(), new CallTimes());
        foreach (var day in days)
        {
            foreach (var count in day.Totals.Entries)
            {
                totals.Add(count.Kind, count.Value, count.Count);
            }

            times.Add(day.Times);
        }

        return (totals, times);
    }

    private sealed record ServedText(int Number, DateTime From, InstructionText Text);

    private sealed class Tried
    {
        public Finding Latest { get; set; } = default!;

        public bool[] Proposed { get; } = new bool[Days];

        public bool[] Present { get; } = new bool[Days];
    }
}
