using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>
/// Says whether a password is right, and counts. The slow hash runs outside the commit, so that nobody's guessing keeps
/// others from writing; the count is kept inside it, so that guesses sent at once count one by one.
/// </summary>
public sealed class Credentials(
    WriteGate gate, IPasswordHasher<Person> hasher, TimeProvider clock, IOptions<AccessOptions> options)
{
    private static readonly Person Nobody = new PersonDraft("nobody@example.com", "Nobody", Roles.Staff).ToPerson(default);

    // A stranger's password is checked against this, so that the time taken does not tell who has an account.
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(Nobody, SecretText.New()));

    public string Hash(Person person, string password) => hasher.HashPassword(person, password);

    /// <summary>Whether this is the password of <paramref name="person"/> and they may try now. Counts a wrong one.</summary>
    /// <param name="person">As read just now; null for a name nobody has.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="settles">Whether a right one wipes the count: not while a second factor is still to come.</param>
    /// <param name="cancellation">Ends the wait for the write.</param>
    public Task<bool> CheckAsync(Person? person, string password, bool settles, CancellationToken cancellation = default)
    {
        var verdict = hasher.VerifyHashedPassword(
            person ?? Nobody, person?.PasswordHash ?? _nobodysHash.Value, password[..Math.Min(password.Length, AccessRules.MostPassword)]);
        var right = person?.PasswordHash is not null && verdict != PasswordVerificationResult.Failed;
        var better = right && verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(person!, password) : null;
        return gate.WriteAsync(
            async db =>
            {
                var row = await db.Users.FindAsync([person?.Id ?? 0], cancellation);
                if (row is null || row.Disabled || Rests(row))
                {
                    return false;
                }

                if (!right || row.PasswordHash != person!.PasswordHash)
                {
                    CountWrong(db, row);
                    return false;
                }

                row.PasswordHash = better ?? row.PasswordHash;
                if (settles)
                {
                    Settle(row);
                }

                return true;
            },
            cancellation);
    }

    /// <summary>Whether too many were wrong just now.</summary>
    internal bool Rests(Person person) => person.LockoutEnd > clock.GetUtcNow();

    internal void CountWrong(SupportDbContext db, Person person)
    {
        if (++person.AccessFailedCount >= options.Value.LockoutAfter)
        {
            person.AccessFailedCount = 0;
            person.LockoutEnd = clock.GetUtcNow().AddMinutes(options.Value.LockoutMinutes);
            db.AuditPerson(Actor.System, "person.locked", person, new { person.Email, Minutes = options.Value.LockoutMinutes });
        }
    }

    internal static void Settle(Person person)
    {
        person.AccessFailedCount = 0;
        person.LockoutEnd = null;
    }
}
