using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>
/// The one place that makes and changes people. Each change commits with its audit row, which is why ASP.NET Core Identity's
/// UserManager, which commits by itself, is not used. What takes access away ends the person's sessions in the same commit.
/// </summary>
public sealed class People(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, IPasswordHasher<Person> hasher, ResetLinks links, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether nobody has been added yet, so that the console waits to be set up.</summary>
    public async Task<bool> NobodyYetAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return !await db.Users.AnyAsync(cancellation);
    }

    /// <summary>Adds somebody; null when the address is taken. The draft must have passed its check. Without a password they come in by a link.</summary>
    public Task<Person?> AddAsync(PersonDraft draft, Actor actor, string? password = null, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                return await AddAsync(db, draft, actor, password, cancellation);
            },
            cancellation);

    /// <summary>Makes the first Admin; null when somebody was first.</summary>
    public Task<Person?> AddFirstAsync(PersonDraft draft, string password, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db => await db.Users.AnyAsync(cancellation)
                ? null
                : await AddAsync(db, draft with { Role = Roles.Admin }, new Actor(draft.Email.Trim()), password, cancellation),
            cancellation);

    /// <summary>Gives another role. Their sessions end: pages that are open were drawn for the old one.</summary>
    public Task<PersonOutcome> ChangeRoleAsync(long personId, string role, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(
            personId,
            actor,
            async (db, person) =>
            {
                if (person.Role == role || !Roles.All.Contains(role))
                {
                    return PersonOutcome.NoChange;
                }

                if (await IsLastAdminAsync(db, person, cancellation))
                {
                    return PersonOutcome.LastAdmin;
                }

                db.AuditPerson(actor, "person.role", person, new { person.Email, From = person.Role, To = role });
                person.Role = role;
                await db.EndSessionsAsync(person, cancellation: cancellation);
                return PersonOutcome.Done;
            },
            cancellation);

    /// <summary>Signs somebody out everywhere and lets them in no more.</summary>
    public Task<PersonOutcome> DisableAsync(long personId, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(
            personId,
            actor,
            async (db, person) =>
            {
                if (person.Disabled)
                {
                    return PersonOutcome.NoChange;
                }

                if (await IsLastAdminAsync(db, person, cancellation))
                {
                    return PersonOutcome.LastAdmin;
                }

                person.Disabled = true;
                db.AuditPerson(actor, "person.disabled", person);
                await db.EndSessionsAsync(person, cancellation: cancellation);
                return PersonOutcome.Done;
            },
            cancellation);

    public Task<PersonOutcome> EnableAsync(long personId, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(
            personId,
            actor,
            (db, person) =>
            {
                if (!person.Disabled)
                {
                    return Task.FromResult(PersonOutcome.NoChange);
                }

                person.Disabled = false;
                db.AuditPerson(actor, "person.enabled", person);
                return Task.FromResult(PersonOutcome.Done);
            },
            cancellation);

    /// <summary>Signs somebody out everywhere; they may sign in again.</summary>
    public Task<PersonOutcome> SignOutAsync(long personId, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(
            personId,
            actor,
            async (db, person) =>
            {
                db.AuditPerson(actor, "person.signed_out", person);
                await db.EndSessionsAsync(person, cancellation: cancellation);
                return PersonOutcome.Done;
            },
            cancellation);

    /// <summary>
    /// A link's token with which somebody chooses a new password, once; null when there is no such person or they are disabled.
    /// It lets them in past a lost phone too: whoever resets them vouches for them.
    /// </summary>
    public Task<string?> ResetTokenAsync(long personId, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.Users.FindAsync([personId], cancellation) is not { Disabled: false } person)
                {
                    return null;
                }

                person.SecurityStamp = SecretText.New();
                db.AuditPerson(actor, "person.reset_link", person);
                return links.TokenFor(person);
            },
            cancellation);

    /// <summary>People by name, those after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<PersonRow>> ListAsync(PersonRow? after = null, int take = 100, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var people = db.Users.AsNoTracking();
        if (after is not null)
        {
            people = people.Where(person => string.Compare(person.DisplayName, after.DisplayName) > 0
                || (person.DisplayName == after.DisplayName && person.Id > after.Id));
        }

        return await people.OrderBy(person => person.DisplayName).ThenBy(person => person.Id).Take(take)
            .Select(person => new PersonRow(
                person.Id, person.Email!, person.DisplayName, person.Role, person.Disabled, person.Demo, person.PasswordHash != null,
                person.TwoFactorEnabled, person.CreatedAt,
                db.PersonSessions.Where(session => session.PersonId == person.Id).Max(session => (DateTime?)session.LastSeenAt)))
            .ToListAsync(cancellation);
    }

    /// <summary>The person with that address, or null.</summary>
    public async Task<Person?> FindAsync(string email, CancellationToken cancellation = default)
    {
        var normal = AccessRules.Normal(email);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.NormalizedUserName == normal, cancellation);
    }

    private static async Task<bool> IsLastAdminAsync(SupportDbContext db, Person person, CancellationToken cancellation) =>
        person is { Role: Roles.Admin, Disabled: false }
        && !await db.Users.AnyAsync(other => other.Id != person.Id && other.Role == Roles.Admin && !other.Disabled, cancellation);

    private async Task<Person?> AddAsync(
        SupportDbContext db, PersonDraft draft, Actor actor, string? password, CancellationToken cancellation)
    {
        var person = draft.ToPerson(Now);
        if (await db.Users.AnyAsync(other => other.NormalizedUserName == person.NormalizedUserName, cancellation))
        {
            return null;
        }

        person.PasswordHash = password is null ? null : hasher.HashPassword(person, password);
        db.Users.Add(person);
        await db.SaveChangesAsync(cancellation);
        db.AuditPerson(actor, "person.added", person, new { person.Email, person.Role });
        return person;
    }

    private Task<PersonOutcome> ChangeAsync(
        long personId, Actor actor, Func<SupportDbContext, Person, Task<PersonOutcome>> change, CancellationToken cancellation) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                return await db.Users.FindAsync([personId], cancellation) is { } person
                    ? await change(db, person)
                    : PersonOutcome.NotFound;
            },
            cancellation);
}
