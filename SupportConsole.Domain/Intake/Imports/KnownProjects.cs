using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// The projects of one run, read once. Whether one has changed since is asked in the commit, by its revision: what a call adds to the
/// counts depends on the fields and versions that the project has then.
/// </summary>
internal sealed class KnownProjects(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    /// <summary>Names that are no project, kept: a file with the wrong column for it has a million of them.</summary>
    private const int MostUnknown = 10_000;

    private readonly ConcurrentDictionary<string, KnownProject?> _known = new(StringComparer.Ordinal);
    private DateTime _newest;

    public async ValueTask<KnownProject?> FindAsync(string externalId, CancellationToken cancellation)
    {
        if (_known.TryGetValue(externalId, out var known))
        {
            return known;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(row => row.ExternalId == externalId, cancellation);
        if (project is not null)
        {
            var versions = await db.InstructionVersions.AsNoTracking().Where(version => version.ProjectId == project.Id)
                .OrderByDescending(version => version.Number).Select(version => new ServedVersion(version.Number, version.ServedFrom)).ToListAsync(cancellation);
            known = new KnownProject(project, versions, Later());
        }

        if (known is not null || _known.Count < MostUnknown)
        {
            _known[externalId] = known;
        }

        return known;
    }

    /// <summary>Reads them again when they are next asked for.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Now, but later than ever before: what is prepared after the fields of a project changed must not bear the moment of the change.</summary>
    private DateTime Later()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _newest = now > _newest ? now : _newest.AddTicks(1);
    }
}

/// <summary>A project as it was read at <paramref name="ReadAt"/>.</summary>
internal sealed record KnownProject(Project Project, IReadOnlyList<ServedVersion> Versions, DateTime ReadAt);
