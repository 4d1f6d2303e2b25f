using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>What every write class does first and last: check the role again, and add the audit row to the same commit.</summary>
public static class AuditTrail
{
    /// <summary>Throws <see cref="AccessDeniedException"/> when the actor is a person who is disabled or lacks the role.</summary>
    public static Task RequireRoleAsync(this SupportDbContext db, Actor actor, string role, CancellationToken cancellation = default) =>
        db.RequireRoleAsync(actor, [role], cancellation);

    /// <summary>The same where any of the roles will do.</summary>
    public static async Task RequireRoleAsync(this SupportDbContext db, Actor actor, IReadOnlyCollection<string> roles, CancellationToken cancellation = default)
    {
        if (actor.PersonId is { } id &&
            !await db.Users.AnyAsync(person => person.Id == id && roles.Contains(person.Role) && !person.Disabled, cancellation))
        {
            throw new AccessDeniedException(string.Join(" or ", roles));
        }
    }

    /// <summary>Adds the audit row; <paramref name="detail"/> becomes JSON and must hold no secret.</summary>
    public static void Audit(this SupportDbContext db, Actor actor, string action, string targetKind, long targetId, object detail) =>
        db.AuditEntries.Add(new AuditEntry
        {
            At = db.Now,
            Who = actor.Name,
            Action = action,
            TargetKind = targetKind,
            TargetId = targetId,
            Detail = JsonColumn.Write(detail),
        });
}
