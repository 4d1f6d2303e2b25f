using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>What changes of a person have in common, inside the caller's commit.</summary>
internal static class PersonChanges
{
    /// <summary>Ends their sessions (but <paramref name="but"/>) and spoils links they were sent.</summary>
    public static async Task EndSessionsAsync(this SupportDbContext db, Person person, Guid? but = null, CancellationToken cancellation = default)
    {
        var now = db.Now;
        person.SecurityStamp = SecretText.New();
        await db.PersonSessions
            .Where(session => session.PersonId == person.Id && session.RevokedAt == null && session.Id != but)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), cancellation);
        db.Announce(LiveTopic.Access, person.Id);
    }

    /// <summary>The person who acts; throws when they may do nothing any more.</summary>
    public static async Task<Person> MyselfAsync(this SupportDbContext db, Actor me, CancellationToken cancellation) =>
        me.PersonId is { } id && await db.Users.FindAsync([id], cancellation) is { Disabled: false } person
            ? person
            : throw new AccessDeniedException("signed in");

    public static void AuditPerson(this SupportDbContext db, Actor actor, string action, Person person, object? detail = null)
    {
        db.Audit(actor, action, "person", person.Id, detail ?? new { person.Email });
        db.Announce(LiveTopic.Access, person.Id);
    }
}
