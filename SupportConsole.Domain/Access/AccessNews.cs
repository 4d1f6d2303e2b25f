using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>
/// Hears what another process (a command on this machine) changed about access: the audit, which every such change writes,
/// is read from where it was read last. What this process did itself is told twice, and reading again harms nobody.
/// </summary>
public sealed class AccessNews(IDbContextFactory<SupportDbContext> contexts, LiveFeed feed)
{
    private static readonly string[] Kinds = ["person", "api_key", "webhook"];

    private long? _last;

    /// <summary>Announces what is new since the last call; the first one only looks where the audit ends.</summary>
    public async Task TellAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (_last is not { } last)
        {
            _last = await db.AuditEntries.MaxAsync(entry => (long?)entry.Id, cancellation) ?? 0;
            return;
        }

        var fresh = await db.AuditEntries.AsNoTracking().Where(entry => entry.Id > last).OrderBy(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.TargetKind, entry.TargetId }).ToListAsync(cancellation);
        foreach (var entry in fresh.Where(entry => Kinds.Contains(entry.TargetKind)))
        {
            feed.Announce(new LiveChange(LiveTopic.Access, entry.TargetId));
        }

        _last = fresh.Count > 0 ? fresh[^1].Id : last;
    }
}
