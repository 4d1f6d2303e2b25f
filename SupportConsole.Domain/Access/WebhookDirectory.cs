using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>Finds the webhook that a delivery names, with its secret, without a query for each delivery.</summary>
public sealed class WebhookDirectory(
    IDbContextFactory<SupportDbContext> contexts, ISecretBox box, LiveFeed feed, TimeProvider clock, IOptions<AccessOptions> options) : IDisposable
{
    private readonly CheckedRows<string, KnownWebhook> _checked = new(feed, clock, TimeSpan.FromSeconds(options.Value.CheckSeconds));

    /// <summary>The webhook, unless it is unknown or revoked.</summary>
    public ValueTask<KnownWebhook?> FindAsync(string name, CancellationToken cancellation = default) =>
        _checked.GetAsync(name, () => ReadAsync(name, cancellation));

    public void Dispose() => _checked.Dispose();

    private async Task<KnownWebhook?> ReadAsync(string name, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(webhook => webhook.Name == name && webhook.RevokedAt == null, cancellation);
        return row is not null && box.Open(Webhooks.Purpose, row.ProtectedSecret) is { } secret
            ? new KnownWebhook(row.Id, row.Name, row.Kind, secret)
            : null;
    }

    /// <summary>A webhook that holds.</summary>
    public sealed record KnownWebhook(long Id, string Name, WebhookKind Kind, string Secret);
}
