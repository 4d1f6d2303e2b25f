using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>Switching the second factor on and off: codes from an authenticator app, and recovery codes for a lost phone.</summary>
public sealed class OwnCodes(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, OwnAccount account, Credentials credentials, ISecretBox box, TimeProvider clock)
{
    private const string Issuer = "SupportConsole";

    /// <summary>
    /// A new key to put into the app. Nothing is asked for it until a code confirms that it arrived there. Null when codes are on:
    /// who sits at an open screen must not put their own app in the place of the owner's, so switching off asks the password first.
    /// </summary>
    public Task<TotpKey?> StartAsync(Actor me, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var person = await db.MyselfAsync(me, cancellation);
                if (person.TwoFactorEnabled)
                {
                    return null;
                }

                var key = Totp.NewKey();
                await db.KeepFactorAsync(person, SecondFactor.Pending, SecondFactor.Close(box, key), cancellation);
                var text = Totp.Base32(key);
                return new TotpKey(text, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(person.UserName!)}?secret={text}&issuer={Issuer}");
            },
            cancellation);

    /// <summary>Switches codes on and answers the recovery codes, which are never shown again; null when the code is wrong or codes are on already.</summary>
    public Task<IReadOnlyList<string>?> ConfirmAsync(Actor me, string code, CancellationToken cancellation = default) =>
        gate.WriteAsync<IReadOnlyList<string>?>(
            async db =>
            {
                var person = await db.MyselfAsync(me, cancellation);
                var pending = await db.FactorAsync(person, SecondFactor.Pending, cancellation);
                var plain = string.Concat(code.Where(char.IsAsciiDigit));
                if (person.TwoFactorEnabled || SecondFactor.Open(box, pending) is not { } key || Totp.Match(key, plain, clock.GetUtcNow(), lastUsed: 0) is not { } step)
                {
                    return null;
                }

                person.TwoFactorEnabled = true;
                await db.KeepFactorAsync(person, SecondFactor.Key, pending, cancellation);
                await db.KeepFactorAsync(person, SecondFactor.LastStep, $"{step}", cancellation);
                await db.KeepFactorAsync(person, SecondFactor.Pending, null, cancellation);
                db.AuditPerson(me, "person.codes_on", person);
                return await NewRecoveryAsync(db, person, cancellation);
            },
            cancellation);

    /// <summary>Switches codes off; false when the password is wrong.</summary>
    public async Task<bool> DisableAsync(Actor me, string password, CancellationToken cancellation = default)
    {
        if (!await credentials.CheckAsync(await account.ReadAsync(me, cancellation), password, settles: true, cancellation))
        {
            return false;
        }

        await gate.WriteAsync(
            async db =>
            {
                var person = await db.MyselfAsync(me, cancellation);
                await db.DropSecondFactorAsync(person, cancellation);
                db.AuditPerson(me, "person.codes_off", person);
            },
            cancellation);
        return true;
    }

    /// <summary>Ten new recovery codes; the old ones work no more. Null when the password is wrong or codes are off.</summary>
    public async Task<IReadOnlyList<string>?> RenewRecoveryAsync(Actor me, string password, CancellationToken cancellation = default)
    {
        if (!await credentials.CheckAsync(await account.ReadAsync(me, cancellation), password, settles: true, cancellation))
        {
            return null;
        }

        return await gate.WriteAsync(
            async db =>
            {
                var person = await db.MyselfAsync(me, cancellation);
                if (!person.TwoFactorEnabled)
                {
                    return null;
                }

                db.AuditPerson(me, "person.recovery_renewed", person);
                return await NewRecoveryAsync(db, person, cancellation);
            },
            cancellation);
    }

    /// <summary>How many recovery codes are unused; null when codes are off.</summary>
    public async Task<int?> RecoveryLeftAsync(Actor me, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var person = await db.MyselfAsync(me, cancellation);
        return person.TwoFactorEnabled ? RecoveryCodes.Left(await db.FactorAsync(person, SecondFactor.Recovery, cancellation)) : null;
    }

    private static async Task<IReadOnlyList<string>> NewRecoveryAsync(SupportDbContext db, Person person, CancellationToken cancellation)
    {
        var codes = RecoveryCodes.New();
        await db.KeepFactorAsync(person, SecondFactor.Recovery, RecoveryCodes.Keep(codes), cancellation);
        return codes;
    }
}
