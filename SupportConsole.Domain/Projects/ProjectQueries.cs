using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Projects;

/// <summary>Reads projects for pages and the palette.</summary>
public sealed class ProjectQueries(IDbContextFactory<SupportDbContext> contexts, IOptionsMonitor<WorkspaceOptions> workspace, TimeProvider clock)
{
    public const int MaxPage = 50;

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);

    /// <summary>
    /// Projects by name, those whose name or external id holds <paramref name="text"/> when it says something. The cursor is
    /// that of the page before.
    /// </summary>
    public async Task<ProjectSlice> ListAsync(
        ProjectStatus status, string? text = null, string? cursor = null, int take = MaxPage, CancellationToken cancellation = default)
    {
        take = Math.Clamp(take, 1, MaxPage);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var projects = Named(db.Projects.AsNoTracking().Where(project => project.Status == status), text);
        if (ProjectCursor.Parse(cursor) is { } after)
        {
            // "<=" is said first, so that the index starts where the page before ended.
            projects = projects.Where(project => project.Name.CompareTo(after.Name) >= 0
                && (project.Name.CompareTo(after.Name) > 0 || project.Id > after.Id));
        }

        var rows = await Rows(db, projects.OrderBy(project => project.Name).ThenBy(project => project.Id).Take(take + 1)).ToListAsync(cancellation);
        if (rows.Count <= take)
        {
            return new ProjectSlice(rows, null);
        }

        rows.RemoveAt(take);
        return new ProjectSlice(rows, new ProjectCursor(rows[^1].Name, rows[^1].Id).ToString());
    }

    /// <summary>How many projects there are of each status.</summary>
    public async Task<IReadOnlyDictionary<ProjectStatus, int>> CountsAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Projects.AsNoTracking().GroupBy(project => project.Status)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
    }

    /// <summary>Active and paused projects that the text names, for the palette.</summary>
    public async Task<IReadOnlyList<ProjectRow>> FindAsync(string text, int take, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var projects = Named(db.Projects.AsNoTracking().Where(project => project.Status != ProjectStatus.Archived), text);
        return await Rows(db, projects.OrderBy(project => project.Name).Take(take)).ToListAsync(cancellation);
    }

    /// <summary>The project with this external id, or null.</summary>
    public async Task<Project?> GetAsync(string externalId, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Projects.AsNoTracking().SingleOrDefaultAsync(project => project.ExternalId == externalId, cancellation);
    }

    /// <summary>Calls and completed calls of each of the last days, in one reading for all the projects.</summary>
    public async Task<IReadOnlyDictionary<long, ProjectPace>> PacesAsync(
        IReadOnlyCollection<long> projects, int days, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await CallCalendar.ReadAsync(
            db, projects, LocalDay.Last(days, clock.GetUtcNow().UtcDateTime, Zone), CallCountKind.Outcome, cancellation);
        var paces = projects.ToDictionary(id => id, _ => new ProjectPace(new int[days], 0));
        foreach (var row in rows)
        {
            paces[row.ProjectId].Calls[row.Day] += row.Count;
            paces[row.ProjectId] = paces[row.ProjectId] with { Completed = paces[row.ProjectId].Completed + (row.Value == "completed" ? row.Count : 0) };
        }

        return paces;
    }

    /// <summary>The totals of the last days, days without calls included.</summary>
    public async Task<CallWindow> WindowAsync(long project, int days, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await CallCalendar.WindowAsync(db, project, LocalDay.Last(days, clock.GetUtcNow().UtcDateTime, Zone), cancellation);
    }

    private static IQueryable<Project> Named(IQueryable<Project> projects, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return projects;
        }

        var like = LikePattern.Holding(text);
        return projects.Where(project => EF.Functions.Like(project.Name, like, LikePattern.Escape) || EF.Functions.Like(project.ExternalId, like, LikePattern.Escape));
    }

    private static IQueryable<ProjectRow> Rows(SupportDbContext db, IQueryable<Project> projects) =>
        projects.Select(project => new ProjectRow(
            project.Id, project.ExternalId, project.Name, project.Industry, project.CurrentVersion,
            db.Calls.Where(call => call.ProjectId == project.Id).Max(call => (DateTime?)call.StartedAt)));
}
