using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;

namespace SupportConsole.Domain.Data.Demo;

/// <summary>The people of the demo: one of each role.</summary>
public sealed class DemoPeople(WriteGate gate, TimeProvider clock)
{
    /// <summary>Without letters and digits that look alike, since people copy them from a terminal.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly (string Role, string Email, string Name)[] All =
    [
        (Roles.Admin, "admin@demo.example", "Noor de Vries"),
        (Roles.Manager, "manager@demo.example", "Sam Carter"),
        (Roles.Staff, "staff@demo.example", "Emma Jansen"),
    ];

    /// <summary>The admin, as the audit names them: who decided in the history.</summary>
    public static string AdminName => All[0].Email;

    /// <summary>Makes those that are missing and gives each a new random password; whatever locked them out is undone.</summary>
    public Task<IReadOnlyList<DemoSignIn>> RenewAsync(CancellationToken cancellation = default) =>
        gate.WriteAsync<IReadOnlyList<DemoSignIn>>(
            async db =>
            {
                var signIns = new List<DemoSignIn>();
                foreach (var (role, email, name) in All)
                {
                    var upper = email.ToUpperInvariant();
                    var person = await db.Users.SingleOrDefaultAsync(person => person.NormalizedUserName == upper, cancellation);
                    if (person is null)
                    {
                        person = New(role, email, name);
                        db.Users.Add(person);
                    }

                    var password = Password();
                    person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, password);
                    (person.Role, person.Disabled, person.TwoFactorEnabled) = (role, false, false);
                    (person.AccessFailedCount, person.LockoutEnd) = (0, null);
                    signIns.Add(new DemoSignIn(role, email, password));
                }

                return signIns;
            },
            cancellation);

    /// <summary>Marks the notifications up to <paramref name="until"/> as seen, so that the bell shows what is new today.</summary>
    public Task SeeNotificationsAsync(DateTime until, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var seen = await db.Notifications.Where(notification => notification.CreatedAt <= until)
                    .MaxAsync(notification => (long?)notification.Id, cancellation) ?? 0;
                await db.Users.Where(person => person.Demo).ExecuteUpdateAsync(set => set.SetProperty(person => person.SeenNotificationId, seen), cancellation);
            },
            cancellation);

    private Person New(string role, string email, string name) => new()
    {
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        DisplayName = name,
        Role = role,
        Demo = true,
        CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    private static string Password() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}

/// <summary>How to sign in as one demo person; printed at the start and kept nowhere.</summary>
public sealed record DemoSignIn(string Role, string Email, string Password);
