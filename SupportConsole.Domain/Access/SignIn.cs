using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>Signing in: a password, then a code for who set that up. It never says why it refuses.</summary>
public sealed class SignIn(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, Credentials credentials, ISecretBox box, TimeProvider clock)
{
    private const string Purpose = "sign-in-code";

    /// <summary>Minutes in which the code has to follow the password.</summary>
    private const int HalfwayMinutes = 10;

    /// <summary>The first step.</summary>
    public async Task<SignInStep> PasswordAsync(string email, string password, CancellationToken cancellation = default)
    {
        var person = await FindAsync(AccessRules.Normal(email), cancellation);
        if (!await credentials.CheckAsync(person, password, settles: person is { TwoFactorEnabled: false }, cancellation))
        {
            return new SignInStep(null, null);
        }

        if (!person!.TwoFactorEnabled)
        {
            return new SignInStep(person.Id, null);
        }

        var ends = clock.GetUtcNow().AddMinutes(HalfwayMinutes).ToUnixTimeSeconds();
        return new SignInStep(null, box.Close(Purpose, string.Create(CultureInfo.InvariantCulture, $"{person.Id}|{ends}|{person.SecurityStamp}")));
    }

    /// <summary>Whether a first step is still good for a code.</summary>
    public bool IsHalfway(string? halfway) => Read(halfway) is not null;

    /// <summary>The second step: the person's id, or null when the code is wrong, spent or too late.</summary>
    public Task<long?> CodeAsync(string? halfway, string code, CancellationToken cancellation = default) =>
        Read(halfway) is not { } half
            ? Task.FromResult<long?>(null)
            : gate.WriteAsync<long?>(
                async db =>
                {
                    var person = await db.Users.FindAsync([half.Id], cancellation);
                    if (person is not { Disabled: false, TwoFactorEnabled: true } || person.SecurityStamp != half.Stamp || credentials.Rests(person))
                    {
                        return null;
                    }

                    if (!await db.SpendCodeAsync(person, code, box, clock.GetUtcNow(), cancellation))
                    {
                        credentials.CountWrong(db, person);
                        return null;
                    }

                    Credentials.Settle(person);
                    return person.Id;
                },
                cancellation);

    private (long Id, string Stamp)? Read(string? halfway)
    {
        if (halfway is null || box.Open(Purpose, halfway)?.Split('|') is not [var id, var ends, var stamp]
            || long.Parse(ends, CultureInfo.InvariantCulture) < clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return null;
        }

        return (long.Parse(id, CultureInfo.InvariantCulture), stamp);
    }

    private async Task<Person?> FindAsync(string normal, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.NormalizedUserName == normal, cancellation);
    }
}
