using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Upkeep.Counts;

/// <summary>What is known of the counts, for pages.</summary>
public sealed class CountQueries(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Projects shown at once; the note of the run says how many there are.</summary>
    private const int MostShown = 20;

    public async Task<CountOverview> OverviewAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var wrong = await db.CountStates.AsNoTracking().Where(state => state.Differences > 0).OrderByDescending(state => state.Differences).Take(MostShown)
            .Join(db.Projects, state => state.ProjectId, project => project.Id, (state, project) => new WrongCounts(
                project.Id, project.ExternalId, project.Name, state.Differences, state.Found, state.RebuildFrom != null))
            .ToListAsync(cancellation);
        return new(
            await db.CountStates.MaxAsync(state => state.CheckedAt, cancellation),
            await db.CountStates.SumAsync(state => (long)state.CheckedCalls, cancellation),
            await db.CountStates.AnyAsync(state => state.KeptBefore != null, cancellation),
            wrong);
    }
}

/// <param name="CheckedAt">Null when nothing was checked yet.</param>
/// <param name="HasKept">Whether some counts are older than their calls.</param>
public sealed record CountOverview(DateTime? CheckedAt, long Calls, bool HasKept, IReadOnlyList<WrongCounts> Wrong);

/// <summary>A project whose counts are not what its calls say.</summary>
public sealed record WrongCounts(
    long ProjectId, string ExternalId, string Name, int Differences, IReadOnlyList<CountDifference> Found, bool Rebuilding);
