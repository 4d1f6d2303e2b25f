using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>Brings what admins wrote into the catalogue: at start, and whenever it was written. A check itself then asks nothing.</summary>
public sealed class StoredCatalogue(IDbContextFactory<SupportDbContext> contexts, ChangeCatalogue catalogue) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task LoadAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation); // A later reading must not be overtaken by an earlier one.
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            catalogue.Take(await db.CatalogueEdits.AsNoTracking().ToListAsync(cancellation));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
