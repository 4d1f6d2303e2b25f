using Microsoft.EntityFrameworkCore;

namespace SupportConsole.Domain.Data;

/// <summary>
/// The one way to write: waits for the turn, runs the work in one transaction, saves, commits, and only then tells
/// the live feed. What the work throws rolls everything back and nothing is told.
/// </summary>
public sealed class WriteGate(IDbContextFactory<SupportDbContext> contexts, WriteLock writers)
{
    /// <summary>Runs <paramref name="work"/> as one commit and returns what it returns.</summary>
    public async Task<T> WriteAsync<T>(Func<SupportDbContext, Task<T>> work, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var result = await CommitAsync(db, work, cancellation);
        db.TellCommitted(); // The turn has ended: whoever listens must not keep the next writer waiting.
        return result;
    }

    /// <summary>The same with a context that the caller has just read with.</summary>
    public async Task WriteAsync(SupportDbContext db, Func<Task> work, CancellationToken cancellation = default)
    {
        await CommitAsync(
            db,
            async _ =>
            {
                await work();
                return true;
            },
            cancellation);
        db.TellCommitted();
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<SupportDbContext, Task> work, CancellationToken cancellation = default) =>
        WriteAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            cancellation);

    private async Task<T> CommitAsync<T>(SupportDbContext db, Func<SupportDbContext, Task<T>> work, CancellationToken cancellation)
    {
        using var turn = await writers.EnterAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await work(db);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }
}
