using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>How many calls came in and how many succeeded, over all projects.</summary>
public sealed class CallVolume(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Calls that started in [from, to), to the quarter of an hour.</summary>
    public async Task<CallsSeen> SeenAsync(DateTime from, DateTime to, CancellationToken cancellation = default) =>
        (await ByProjectAsync(from, to, cancellation)).Values.Aggregate(new CallsSeen(0, 0), (sum, one) => new(sum.Completed + one.Completed, sum.Calls + one.Calls));

    /// <summary>The same by project; one without calls is not in it.</summary>
    public async Task<IReadOnlyDictionary<long, CallsSeen>> ByProjectAsync(DateTime from, DateTime to, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.CallCounts.AsNoTracking()
            .Where(row => row.Kind == CallCountKind.Outcome && row.Bucket >= from && row.Bucket < to)
            .GroupBy(row => new { row.ProjectId, row.Value })
            .Select(group => new { group.Key.ProjectId, group.Key.Value, Count = group.Sum(row => row.Count) })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.ProjectId).ToDictionary(
            group => group.Key, group => new CallsSeen(group.Where(row => row.Value == "completed").Sum(row => row.Count), group.Sum(row => row.Count)));
    }
}
