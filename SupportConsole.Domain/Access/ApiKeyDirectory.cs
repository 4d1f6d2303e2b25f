using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>Finds the key that a caller shows, without a query for each call.</summary>
public sealed class ApiKeyDirectory(
    IDbContextFactory<SupportDbContext> contexts, LiveFeed feed, TimeProvider clock, IOptions<AccessOptions> options) : IDisposable
{
    private readonly CheckedRows<string, KnownKey> _checked = new(feed, clock, TimeSpan.FromSeconds(options.Value.CheckSeconds));

    /// <summary>The key, unless it is unknown or revoked.</summary>
    public ValueTask<KnownKey?> FindAsync(string key, CancellationToken cancellation = default)
    {
        var hash = Hash(key);
        return _checked.GetAsync(hash, () => ReadAsync(hash, cancellation));
    }

    public void Dispose() => _checked.Dispose();

    /// <summary>What is kept of a key: its 256 random bits need no slow hash.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<KnownKey?> ReadAsync(string hash, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.ApiKeys.AsNoTracking()
            .Where(key => key.Hash == hash && key.RevokedAt == null)
            .Select(key => new KnownKey(key.Id, key.Name, key.Scopes))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>A key that holds, and what it may.</summary>
    public sealed record KnownKey(long Id, string Name, IReadOnlyList<string> Scopes);
}
