using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>
/// Links with which somebody chooses a password. The token names the person and their security stamp, so that it works
/// once, and no more after anything else about their access changed.
/// </summary>
public sealed class ResetLinks(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, IPasswordHasher<Person> hasher, ISecretBox box, TimeProvider clock, IOptions<AccessOptions> options)
{
    private const string Purpose = "password-reset";

    /// <summary>Whom this link is for, or null when it has been used, has run out or is not ours.</summary>
    public async Task<string?> NameForAsync(string? token, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return (await FindAsync(db, token, cancellation))?.UserName;
    }

    /// <summary>Sets the password; false when the link no longer holds. The password must have been judged.</summary>
    public Task<bool> UseAsync(string? token, string password, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                if (await FindAsync(db, token, cancellation) is not { } person)
                {
                    return false;
                }

                person.PasswordHash = hasher.HashPassword(person, password);
                person.AccessFailedCount = 0;
                person.LockoutEnd = null;
                await db.DropSecondFactorAsync(person, cancellation);
                await db.EndSessionsAsync(person, cancellation: cancellation);
                db.AuditPerson(new Actor(person.UserName!, person.Id), "person.password_reset", person);
                return true;
            },
            cancellation);

    internal string TokenFor(Person person)
    {
        var ends = clock.GetUtcNow().AddHours(options.Value.ResetLinkHours).ToUnixTimeSeconds();
        return box.Close(Purpose, string.Create(CultureInfo.InvariantCulture, $"{person.Id}|{ends}|{person.SecurityStamp}"));
    }

    private async Task<Person?> FindAsync(SupportDbContext db, string? token, CancellationToken cancellation)
    {
        if (token is null || box.Open(Purpose, token)?.Split('|') is not [var id, var ends, var stamp]
            || long.Parse(ends, CultureInfo.InvariantCulture) < clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return null;
        }

        var person = await db.Users.FindAsync([long.Parse(id, CultureInfo.InvariantCulture)], cancellation);
        return person is { Disabled: false } && person.SecurityStamp == stamp ? person : null;
    }
}
