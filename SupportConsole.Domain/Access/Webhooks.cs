using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>The one place that makes and revokes webhooks.</summary>
public sealed class Webhooks(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ISecretBox box)
{
    internal const string Purpose = "webhook-secret";

    private const string Prefix = "whsec_";

    /// <summary>
    /// Makes a webhook and answers its secret, which nobody is shown again; null when the name is in use. The name must have
    /// matched <see cref="AccessRules.CallerNamePattern"/>. That of a revoked webhook may be given anew.
    /// </summary>
    public Task<string?> AddAsync(string name, WebhookKind kind, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.Webhooks.SingleOrDefaultAsync(other => other.Name == name, cancellation) is { } earlier)
                {
                    if (earlier.RevokedAt is null)
                    {
                        return null;
                    }

                    db.Webhooks.Remove(earlier);
                    await db.SaveChangesAsync(cancellation);
                }

                var secret = SecretText.New(Prefix);
                var webhook = new Webhook { Name = name, Kind = kind, ProtectedSecret = box.Close(Purpose, secret), CreatedAt = db.Now };
                db.Webhooks.Add(webhook);
                await db.SaveChangesAsync(cancellation);
                Tell(db, actor, "webhook.added", webhook);
                return secret;
            },
            cancellation);

    /// <summary>Takes its deliveries no more; false when there is none of that name that holds.</summary>
    public Task<bool> RevokeAsync(string name, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.Webhooks.SingleOrDefaultAsync(row => row.Name == name && row.RevokedAt == null, cancellation) is not { } webhook)
                {
                    return false;
                }

                webhook.RevokedAt = db.Now;
                Tell(db, actor, "webhook.revoked", webhook);
                return true;
            },
            cancellation);

    /// <summary>Webhooks by name, those after <paramref name="after"/>; revoked ones too.</summary>
    public async Task<IReadOnlyList<WebhookRow>> ListAsync(string after = "", int take = 100, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Webhooks.AsNoTracking().Where(row => string.Compare(row.Name, after) > 0).OrderBy(row => row.Name).Take(take)
            .Select(row => new WebhookRow(row.Id, row.Name, row.Kind, row.CreatedAt, row.LastUsedAt, row.RevokedAt))
            .ToListAsync(cancellation);
    }

    private static void Tell(SupportDbContext db, Actor actor, string action, Webhook webhook)
    {
        db.Audit(actor, action, "webhook", webhook.Id, new { webhook.Name, webhook.Kind });
        db.Announce(LiveTopic.Access, webhook.Id);
    }
}
