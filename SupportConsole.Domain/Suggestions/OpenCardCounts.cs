using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Suggestions;

/// <summary>How many open cards each of some projects has, in one reading.</summary>
public sealed class OpenCardCounts(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    /// <summary>Projects without open cards are left out.</summary>
    public async Task<IReadOnlyDictionary<long, int>> ReadAsync(IReadOnlyCollection<long> projects, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await SuggestionQueries.Open(db.Suggestions.AsNoTracking(), now).Where(card => projects.Contains(card.ProjectId))
            .GroupBy(card => card.ProjectId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
    }
}
