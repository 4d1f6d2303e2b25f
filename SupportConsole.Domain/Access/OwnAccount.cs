using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>What people change about themselves. <c>me</c> is the current actor and must be a person.</summary>
public sealed class OwnAccount(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, Credentials credentials)
{
    /// <summary>Changes the password and signs out every session but <paramref name="keep"/>.</summary>
    public async Task<PasswordOutcome> ChangePasswordAsync(
        Actor me, string current, string next, Guid keep, CancellationToken cancellation = default)
    {
        var judged = AccessRules.Judge(next, me.Name);
        if (judged != PasswordOutcome.Done)
        {
            return judged;
        }

        var person = await ReadAsync(me, cancellation);
        if (!await credentials.CheckAsync(person, current, settles: true, cancellation))
        {
            return PasswordOutcome.WrongPassword;
        }

        var hash = credentials.Hash(person, next);
        return await ChangeAsync(
            me,
            async (db, row) =>
            {
                row.PasswordHash = hash;
                await db.EndSessionsAsync(row, keep, cancellation);
                db.AuditPerson(me, "person.password", row);
                return PasswordOutcome.Done;
            },
            cancellation);
    }

    /// <summary>What the menu and mails call them; false when it is empty or too long.</summary>
    public Task<bool> RenameAsync(Actor me, string displayName, CancellationToken cancellation = default) =>
        displayName.Trim().Length is 0 or > AccessRules.NameLength
            ? Task.FromResult(false)
            : ChangeAsync(
                me,
                (db, person) =>
                {
                    person.DisplayName = displayName.Trim();
                    db.AuditPerson(me, "person.renamed", person, new { person.DisplayName });
                    return Task.FromResult(true);
                },
                cancellation);

    /// <summary>"en", "nl", or null for what the browser asks for. A taste, so nothing for the audit.</summary>
    public Task ChooseLanguageAsync(Actor me, string? language, CancellationToken cancellation = default) =>
        ChangeAsync(
            me,
            (db, person) =>
            {
                person.Language = language is "en" or "nl" ? language : null;
                db.Announce(LiveTopic.Access, person.Id);
                return Task.FromResult(true);
            },
            cancellation);

    /// <summary>"light", "dark" or "auto".</summary>
    public Task ChooseThemeAsync(Actor me, string theme, CancellationToken cancellation = default) =>
        ChangeAsync(
            me,
            (db, person) =>
            {
                person.Theme = theme is "light" or "dark" ? theme : "auto";
                db.Announce(LiveTopic.Access, person.Id);
                return Task.FromResult(true);
            },
            cancellation);

    /// <summary>The person themselves, as the row is now.</summary>
    public async Task<Person> ReadAsync(Actor me, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == me.PersonId && !person.Disabled, cancellation)
            ?? throw new AccessDeniedException("signed in");
    }

    private Task<T> ChangeAsync<T>(Actor me, Func<SupportDbContext, Person, Task<T>> change, CancellationToken cancellation) =>
        gate.WriteAsync(async db => await change(db, await db.MyselfAsync(me, cancellation)), cancellation);
}
