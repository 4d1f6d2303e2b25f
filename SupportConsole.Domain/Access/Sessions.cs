using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>Opens sessions and says whether one still holds. A cookie alone signs nobody in: its session's row does.</summary>
public sealed class Sessions : IDisposable
{
    private readonly WriteGate _gate;
    private readonly IDbContextFactory<SupportDbContext> _contexts;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _lasts;
    private readonly CheckedRows<Guid, SignedInPerson> _checked;

    public Sessions(
        WriteGate gate, IDbContextFactory<SupportDbContext> contexts, LiveFeed feed, TimeProvider clock, IOptions<AccessOptions> options)
    {
        _gate = gate;
        _contexts = contexts;
        _clock = clock;
        _lasts = TimeSpan.FromDays(options.Value.SessionDays);
        _checked = new(feed, clock, TimeSpan.FromSeconds(options.Value.CheckSeconds));
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>Signs a person in from one browser; null when they are disabled.</summary>
    public async Task<SignedInPerson?> OpenAsync(long personId, string browser, string address, CancellationToken cancellation = default)
    {
        var id = Guid.NewGuid();
        await _gate.WriteAsync(
            async db =>
            {
                var tooOld = Now - _lasts;
                await db.PersonSessions
                    .Where(session => session.PersonId == personId && (session.LastSeenAt < tooOld || session.RevokedAt < tooOld))
                    .ExecuteDeleteAsync(cancellation);
                db.PersonSessions.Add(new PersonSession
                {
                    Id = id,
                    PersonId = personId,
                    CreatedAt = Now,
                    LastSeenAt = Now,
                    Browser = browser.Length <= 200 ? browser : browser[..200],
                    Address = address,
                });
            },
            cancellation);
        return await ReadAsync(id, cancellation);
    }

    /// <summary>The person of a session that holds; null when it was revoked, ran out, or its person is disabled.</summary>
    public ValueTask<SignedInPerson?> CheckAsync(Guid session, CancellationToken cancellation = default) =>
        _checked.GetAsync(session, () => ReadAsync(session, cancellation));

    /// <summary>Signs the browser of this session out; its pages close.</summary>
    public Task CloseAsync(Guid session, CancellationToken cancellation = default) =>
        _gate.WriteAsync(
            async db =>
            {
                if (await db.PersonSessions.FindAsync([session], cancellation) is { RevokedAt: null } row)
                {
                    row.RevokedAt = Now;
                    db.Announce(LiveTopic.Access, row.PersonId);
                }
            },
            cancellation);

    public void Dispose() => _checked.Dispose();

    private async Task<SignedInPerson?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var since = Now - _lasts;
        await using var db = await _contexts.CreateDbContextAsync(cancellation);
        return await (
            from session in db.PersonSessions
            join person in db.Users on session.PersonId equals person.Id
            where session.Id == id && session.RevokedAt == null && session.LastSeenAt >= since && !person.Disabled
            select new SignedInPerson(person.Id, id, person.UserName!, person.DisplayName, person.Role, person.Language, person.Theme))
            .SingleOrDefaultAsync(cancellation);
    }
}
