using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Reads imports and their faults.</summary>
public sealed class ImportQueries(IDbContextFactory<SupportDbContext> contexts)
{
    public const int MaxPage = 100;

    /// <summary>Projects named of one import at most.</summary>
    private const int MostProjects = 50;

    /// <summary>Newest first; <paramref name="before"/> is the last id of the page before. One more than asked for shows that there are more.</summary>
    public async Task<List<Import>> ListAsync(long? before = null, int take = 25, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Imports.AsNoTracking().Where(import => before == null || import.Id < before)
            .OrderByDescending(import => import.Id).Take(Math.Clamp(take, 1, MaxPage) + 1).ToListAsync(cancellation);
    }

    /// <summary>The newest whose file is called so, at most <paramref name="take"/>; capitals make no difference.</summary>
    public async Task<IReadOnlyList<FoundImport>> FindAsync(string text, int take, CancellationToken cancellation = default)
    {
        var like = LikePattern.Holding(text);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Imports.AsNoTracking().Where(import => EF.Functions.Like(import.FileName, like, LikePattern.Escape))
            .OrderByDescending(import => import.Id).Take(take).Select(import => new FoundImport(import.Id, import.FileName, import.Status)).ToListAsync(cancellation);
    }

    public async Task<Import?> GetAsync(long id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancellation);
    }

    /// <summary>The projects it brought calls to, the first of them.</summary>
    public async Task<IReadOnlyList<ProjectName>> ProjectsAsync(long id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Projects.AsNoTracking().Where(project => db.ImportProjects.Any(row => row.ImportId == id && row.ProjectId == project.Id))
            .OrderBy(project => project.Name).Take(MostProjects).Select(project => new ProjectName(project.Id, project.ExternalId, project.Name)).ToListAsync(cancellation);
    }

    /// <summary>The first faults, in the order of the lines.</summary>
    public async Task<IReadOnlyList<ImportFault>> FaultsAsync(long id, int take, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ImportFaults.AsNoTracking().Where(fault => fault.ImportId == id).OrderBy(fault => fault.Id).Take(take).ToListAsync(cancellation);
    }

    /// <summary>All that are kept, while they are read.</summary>
    public async IAsyncEnumerable<ImportFault> StreamFaultsAsync(long id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await foreach (var fault in db.ImportFaults.AsNoTracking().Where(fault => fault.ImportId == id).OrderBy(fault => fault.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return fault;
        }
    }
}

/// <summary>An import as a search shows it.</summary>
public sealed record FoundImport(long Id, string FileName, ImportStatus Status);
