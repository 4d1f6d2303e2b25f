using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>Where a person's second factor is kept: rows of Identity's token table, the key closed in the secret box.</summary>
internal static class SecondFactor
{
    public const string Key = "key";
    public const string Pending = "pending";
    public const string LastStep = "last_step";
    public const string Recovery = "recovery";

    private const string Provider = "totp";
    private const string Purpose = "totp-key";

    public static async Task<string?> FactorAsync(this SupportDbContext db, Person person, string name, CancellationToken cancellation) =>
        (await db.UserTokens.FindAsync([person.Id, Provider, name], cancellation))?.Value;

    /// <summary>Keeps a value; null drops it.</summary>
    public static async Task KeepFactorAsync(
        this SupportDbContext db, Person person, string name, string? value, CancellationToken cancellation)
    {
        var row = await db.UserTokens.FindAsync([person.Id, Provider, name], cancellation);
        if (value is null && row is not null)
        {
            db.UserTokens.Remove(row);
        }
        else if (row is not null)
        {
            row.Value = value;
        }
        else if (value is not null)
        {
            db.UserTokens.Add(new IdentityUserToken<long> { UserId = person.Id, LoginProvider = Provider, Name = name, Value = value });
        }
    }

    public static async Task DropSecondFactorAsync(this SupportDbContext db, Person person, CancellationToken cancellation)
    {
        person.TwoFactorEnabled = false;
        db.UserTokens.RemoveRange(
            await db.UserTokens.Where(token => token.UserId == person.Id && token.LoginProvider == Provider).ToListAsync(cancellation));
    }

    public static string Close(ISecretBox box, byte[] key) => box.Close(Purpose, Convert.ToBase64String(key));

    public static byte[]? Open(ISecretBox box, string? closed) =>
        closed is not null && box.Open(Purpose, closed) is { } text ? Convert.FromBase64String(text) : null;

    /// <summary>Whether this is the app's code of now, or an unused recovery code; it is spent by asking.</summary>
    public static async Task<bool> SpendCodeAsync(
        this SupportDbContext db, Person person, string code, ISecretBox box, DateTimeOffset now, CancellationToken cancellation)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        var key = Open(box, await db.FactorAsync(person, Key, cancellation));
        var lastUsed = long.Parse(await db.FactorAsync(person, LastStep, cancellation) ?? "0", CultureInfo.InvariantCulture);
        if (key is not null && Totp.Match(key, plain, now, lastUsed) is { } step)
        {
            await db.KeepFactorAsync(person, LastStep, step.ToString(CultureInfo.InvariantCulture), cancellation);
            return true;
        }

        if (await db.FactorAsync(person, Recovery, cancellation) is not { } kept || RecoveryCodes.Spend(kept, plain) is not { } left)
        {
            return false;
        }

        await db.KeepFactorAsync(person, Recovery, left, cancellation);
        db.AuditPerson(new Actor(person.UserName!, person.Id), "person.recovery_code", person, new { Left = RecoveryCodes.Left(left) });
        return true;
    }
}
