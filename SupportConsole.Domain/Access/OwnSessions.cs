using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>Where a person is signed in, and signing out there.</summary>
public sealed class OwnSessions(WriteGate gate, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>More browsers than anybody uses; what is older ran out or will.</summary>
    private const int MostListed = 100;

    /// <summary>Sessions that hold, the newest use first.</summary>
    public async Task<IReadOnlyList<SessionRow>> ListAsync(Actor me, Guid current, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.PersonSessions.AsNoTracking()
            .Where(session => session.PersonId == me.PersonId && session.RevokedAt == null)
            .OrderByDescending(session => session.LastSeenAt)
            .Select(session => new SessionRow(
                session.Id, session.CreatedAt, session.LastSeenAt, session.Browser, session.Address, session.Id == current))
            .Take(MostListed)
            .ToListAsync(cancellation);
    }

    /// <summary>Signs one browser out and closes its pages; false when it was not theirs or ended already.</summary>
    public Task<bool> RevokeAsync(Actor me, Guid session, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var person = await db.MyselfAsync(me, cancellation);
                var row = await db.PersonSessions.FindAsync([session], cancellation);
                if (row?.PersonId != person.Id || row.RevokedAt is not null)
                {
                    return false;
                }

                row.RevokedAt = db.Now;
                db.AuditPerson(me, "person.session_revoked", person, new { row.Browser, row.Address });
                return true;
            },
            cancellation);

    /// <summary>Signs every other browser out.</summary>
    public Task RevokeOthersAsync(Actor me, Guid current, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var person = await db.MyselfAsync(me, cancellation);
                await db.EndSessionsAsync(person, current, cancellation);
                db.AuditPerson(me, "person.sessions_revoked", person);
            },
            cancellation);
}
