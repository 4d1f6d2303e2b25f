using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>Reads the versions of a project's instructions.</summary>
public sealed class VersionQueries(IDbContextFactory<SupportDbContext> contexts, PersonNames people)
{
    /// <summary>Versions older than <paramref name="before"/>, newest first; at most <paramref name="take"/> and one more, which says that there are more.</summary>
    public async Task<IReadOnlyList<VersionRow>> ListAsync(long project, int? before, int take, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var versions = db.InstructionVersions.AsNoTracking().Where(version => version.ProjectId == project);
        versions = before is null ? versions : versions.Where(version => version.Number < before);
        return await RowsAsync(db, versions.OrderByDescending(version => version.Number).Take(take + 1), cancellation);
    }

    /// <summary>The version with that number, or null.</summary>
    public async Task<InstructionVersion?> GetAsync(long project, int number, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.InstructionVersions.AsNoTracking()
            .SingleOrDefaultAsync(version => version.ProjectId == project && version.Number == number, cancellation);
    }

    /// <summary>The version in force.</summary>
    public async Task<InstructionVersion?> NewestAsync(long project, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.InstructionVersions.AsNoTracking().Where(version => version.ProjectId == project)
            .OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The same as a line of the list.</summary>
    public async Task<VersionRow?> RowAsync(long project, int number, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var version = db.InstructionVersions.AsNoTracking().Where(version => version.ProjectId == project && version.Number == number);
        return (await RowsAsync(db, version, cancellation)).SingleOrDefault();
    }

    /// <summary>The newest versions whose service began after <paramref name="from"/>, oldest first.</summary>
    public async Task<IReadOnlyList<VersionRow>> SinceAsync(long project, DateTime from, int take, CancellationToken cancellation = default) =>
        [.. (await ListAsync(project, null, take, cancellation)).Take(take).Where(version => version.ServedFrom >= from).Reverse()];

    /// <summary>Calls and completed calls of each of these versions, over all time.</summary>
    public async Task<IReadOnlyDictionary<int, (int Calls, int Completed)>> CallsAsync(
        long project, IReadOnlyCollection<int> versions, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.CallCounts.AsNoTracking()
            .Where(row => row.ProjectId == project && versions.Contains(row.Version) && row.Kind == CallCountKind.Outcome)
            .GroupBy(row => new { row.Version, row.Value })
            .Select(group => new { group.Key.Version, group.Key.Value, Count = group.Sum(row => row.Count) }).ToListAsync(cancellation);
        return rows.GroupBy(row => row.Version).ToDictionary(
            group => group.Key,
            group => (group.Sum(row => row.Count), group.Where(row => row.Value == "completed").Sum(row => row.Count)));
    }

    private async Task<IReadOnlyList<VersionRow>> RowsAsync(
        SupportDbContext db, IQueryable<InstructionVersion> versions, CancellationToken cancellation)
    {
        var rows = await versions.Select(version => new VersionRow(
            version.Number,
            version.Author,
            null,
            version.Why,
            version.SuggestionId,
            version.ServedFrom,
            db.InstructionVersions.Where(next => next.ProjectId == version.ProjectId && next.Number == version.Number + 1)
                .Select(next => (DateTime?)next.ServedFrom).FirstOrDefault())).ToListAsync(cancellation);
        var names = await people.OfAsync(rows.Select(row => row.Author), cancellation);
        return [.. rows.Select(row => row with { Name = names.GetValueOrDefault(row.Author) })];
    }
}
