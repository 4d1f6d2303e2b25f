using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>The model that answers now, in memory. Without one, or where its file is missing or damaged, the rules answer alone.</summary>
public sealed class ModelInForce(IDbContextFactory<SupportDbContext> contexts, ModelShelf shelf) : IDisposable
{
    /// <summary>One takes up at a time: else one that read an older row and was slow with its file would have the last word.</summary>
    private readonly SemaphoreSlim _loading = new(1);

    private volatile LoadedModel _loaded = LoadedModel.None;

    public LoadedModel Now => _loaded;

    /// <summary>Takes up what the database says is in force.</summary>
    public async Task LoadAsync(CancellationToken cancellation = default)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            _loaded = await ReadAsync(cancellation);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Puts what was learned about the categories in place of what the rules say; where nothing was, theirs stays.</summary>
    public void Categories(in TriageText text, Span<double> probabilities) => _loaded.FillCategories(text, probabilities);

    public void Dispose() => _loading.Dispose();

    private async Task<LoadedModel> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = await db.TriageModels.AsNoTracking().Where(model => model.InForce).Select(model => new { model.Id, model.FileHash }).SingleOrDefaultAsync(cancellation);
        if (row is null)
            return LoadedModel.None;
        var (model, fault) = shelf.Read(row.Id, row.FileHash);
        return new LoadedModel(row.Id, model, fault);
    }
}
