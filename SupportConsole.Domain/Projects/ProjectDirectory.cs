using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// Finds a project's row by its external id without a query for each received call. Ids never change and projects are
/// never deleted, so what was found stays true; a version is looked up again when it is newer than the newest known.
/// </summary>
public sealed class ProjectDirectory(IDbContextFactory<SupportDbContext> contexts)
{
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <summary>The id of the project, or null; <paramref name="version"/> asks whether it also has that version.</summary>
    public async ValueTask<Found> FindAsync(string externalId, int? version, CancellationToken cancellation = default)
    {
        if (!_known.TryGetValue(externalId, out var entry) || version > entry.NewestVersion)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            entry = await db.Projects.AsNoTracking().Where(project => project.ExternalId == externalId)
                .Select(project => new Entry(project.Id, project.CurrentVersion)).SingleOrDefaultAsync(cancellation);
            if (entry is null)
            {
                return default;
            }

            _known[externalId] = entry;
        }

        return new Found(entry.Id, version is null || (version >= 1 && version <= entry.NewestVersion));
    }

    /// <summary>The projects that are not archived, by name, at most <paramref name="take"/> of them.</summary>
    public async Task<IReadOnlyList<ProjectName>> NamesAsync(int take, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Projects.AsNoTracking().Where(project => project.Status != ProjectStatus.Archived)
            .OrderBy(project => project.Name).ThenBy(project => project.Id).Take(take)
            .Select(project => new ProjectName(project.Id, project.ExternalId, project.Name)).ToListAsync(cancellation);
    }

    /// <summary>These, and among them the one that is asked for, also when it is archived or past what was taken; as they are when there is none.</summary>
    public async Task<IReadOnlyList<ProjectName>> WithAsync(IReadOnlyList<ProjectName> names, string? externalId, CancellationToken cancellation = default)
    {
        if (externalId is null || names.Any(name => name.ExternalId == externalId))
        {
            return names;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var asked = await db.Projects.AsNoTracking().Where(project => project.ExternalId == externalId)
            .Select(project => new ProjectName(project.Id, project.ExternalId, project.Name)).SingleOrDefaultAsync(cancellation);
        return asked is null ? names : [asked, .. names];
    }

    /// <summary>These projects, those that are archived left out.</summary>
    public async Task<IReadOnlyList<ProjectName>> NamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Projects.AsNoTracking().Where(project => ids.Contains(project.Id) && project.Status != ProjectStatus.Archived)
            .Select(project => new ProjectName(project.Id, project.ExternalId, project.Name)).ToListAsync(cancellation);
    }

    /// <summary>What was found: no id when there is no such project.</summary>
    public readonly record struct Found(long? Id, bool HasVersion);

    private sealed record Entry(long Id, int NewestVersion);
}
