using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SupportConsole.Domain.Data;

/// <summary>Brings the database to this build's shape, before anything reads it.</summary>
public sealed class DatabaseStartup(IDbContextFactory<SupportDbContext> contexts, IOptions<DataOptions> options)
{
    /// <summary>
    /// Runs the migrations. A process killed while migrating leaves EF Core's lock row behind, and the next one would
    /// wait for it for ever; the lock file makes sure that no other process is at work before that row is cleared.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.Value.Folder);
        await using var own = new FileStream(
            Path.Combine(options.Value.Folder, "migrating.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellation);
        await db.Database.MigrateAsync(cancellation);
    }
}
