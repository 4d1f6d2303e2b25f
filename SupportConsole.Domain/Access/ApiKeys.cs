using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>The one place that makes and revokes API keys.</summary>
public sealed class ApiKeys(WriteGate gate, IDbContextFactory<SupportDbContext> contexts)
{
    private const string Prefix = "sc_";
    private const int ShownLetters = 9;

    /// <summary>
    /// Makes a key and answers its text, which nobody can read again; null when the name is in use. The draft must have passed its
    /// check. The name of a revoked key may be given anew, so that a sender keeps its name when its key is changed.
    /// </summary>
    public Task<string?> AddAsync(ApiKeyDraft draft, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.ApiKeys.SingleOrDefaultAsync(other => other.Name == draft.Name, cancellation) is { } earlier)
                {
                    if (earlier.RevokedAt is null)
                    {
                        return null;
                    }

                    db.ApiKeys.Remove(earlier);
                    await db.SaveChangesAsync(cancellation);
                }

                var text = SecretText.New(Prefix);
                var key = new ApiKey
                {
                    Name = draft.Name,
                    Hash = ApiKeyDirectory.Hash(text),
                    Start = text[..ShownLetters],
                    Scopes = [.. draft.Scopes.Distinct()],
                    CreatedAt = db.Now,
                };
                db.ApiKeys.Add(key);
                await db.SaveChangesAsync(cancellation);
                Tell(db, actor, "api_key.added", key);
                return text;
            },
            cancellation);

    /// <summary>Lets the key in no more; false when there is none of that name that holds.</summary>
    public Task<bool> RevokeAsync(string name, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.ApiKeys.SingleOrDefaultAsync(key => key.Name == name && key.RevokedAt == null, cancellation) is not { } key)
                {
                    return false;
                }

                key.RevokedAt = db.Now;
                Tell(db, actor, "api_key.revoked", key);
                return true;
            },
            cancellation);

    /// <summary>Keys by name, those after <paramref name="after"/>; revoked ones too.</summary>
    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(string after = "", int take = 100, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ApiKeys.AsNoTracking().Where(key => string.Compare(key.Name, after) > 0).OrderBy(key => key.Name).Take(take)
            .Select(key => new ApiKeyRow(key.Id, key.Name, key.Start, key.Scopes, key.CreatedAt, key.LastUsedAt, key.RevokedAt))
            .ToListAsync(cancellation);
    }

    private static void Tell(SupportDbContext db, Actor actor, string action, ApiKey key)
    {
        db.Audit(actor, action, "api_key", key.Id, new { key.Name, key.Scopes });
        db.Announce(LiveTopic.Access, key.Id);
    }
}
