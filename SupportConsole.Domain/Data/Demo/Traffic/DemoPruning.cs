using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Upkeep.Counts;

namespace SupportConsole.Domain.Data.Demo.Traffic;

/// <summary>
/// Keeps the demo from filling a disk: the oldest calls go, the counts they were added to stay. Not those that somebody imported, which can be undone.
/// </summary>
public sealed class DemoPruning(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, IOptionsMonitor<DemoOptions> options)
{
    /// <summary>Rows removed in one commit, so that received calls never wait long for their turn.</summary>
    private const int RowsPerCommit = 1_000;

    /// <summary>Removes what is above Demo:MaxCalls; returns how many went.</summary>
    public async Task<int> PruneAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var excess = await db.Calls.CountAsync(cancellation) - await db.Calls.CountAsync(call => call.ImportId != null, cancellation) - options.CurrentValue.MaxCalls;
        var removed = 0;
        while (removed < excess)
        {
            var rows = Math.Min(RowsPerCommit, excess - removed);
            // Beside the writer's turn: those of an import are passed over.
            var oldest = await db.Calls.Where(call => call.ProcessedAt != null && call.ImportId == null).OrderBy(call => call.Id).Take(rows)
                .Select(call => new { call.Id, call.ProjectId, call.StartedAt }).ToListAsync(cancellation);
            var gone = await gate.WriteAsync(
                async write =>
                {
                    foreach (var project in oldest.GroupBy(call => call.ProjectId))
                    {
                        await CountState.KeepAsync(write, project.Key, project.Max(call => call.StartedAt), cancellation);
                    }

                    var ids = oldest.Select(call => call.Id).ToList();
                    return await write.Calls.Where(call => ids.Contains(call.Id)).ExecuteDeleteAsync(cancellation);
                },
                cancellation);
            if (gone == 0)
            {
                break;
            }

            removed += gone;
        }

        return removed;
    }
}
