using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>The model that answers now, in memory. Without one, or where its file is missing or damaged, the rules answer alone.</summary>
public sealed class ModelInForce(IDbContextFactory<SupportDbContext> contexts, ModelShelf shelf)
{
    private volatile LoadedModel _loaded = LoadedModel.None;

    public LoadedModel Now => _loaded;

    /// <summary>Takes up what the database says is in force.</summary>
    public async Task LoadAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = await db.TriageModels.AsNoTracking().Where(model => model.InForce).Select(model => new { model.Id, model.FileHash }).SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            _loaded = LoadedModel.None;
            return;
        }

        var (model, fault) = shelf.Read(row.Id, row.FileHash);
        _loaded = new LoadedModel(row.Id, model, fault);
    }

    /// <summary>Puts what was learned about the categories in place of what the rules say; where nothing was, theirs stays.</summary>
    public void Categories(in TriageText text, Span<double> probabilities) => _loaded.FillCategories(text, probabilities);
}
