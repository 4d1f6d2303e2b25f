using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>The models that answer now, one of each kind, in memory. Without one, or where its file is missing or damaged, the rules answer alone.</summary>
public sealed class ModelInForce(IDbContextFactory<SupportDbContext> contexts, ModelShelf shelf, IOptionsMonitor<TrainingOptions> options) : IDisposable
{
    /// <summary>One takes up at a time: else one that read an older row and was slow with its file would have the last word.</summary>
    private readonly SemaphoreSlim _loading = new(1);

    private volatile LoadedModels _loaded = LoadedModels.None;

    public LoadedModels Now => _loaded;

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

    /// <summary>Puts what was learned of a kind in place of what the rules say; where nothing was, theirs stays.</summary>
    public bool Fill(LabelKind kind, in TriageText text, Span<double> probabilities) => _loaded[kind].Fill(text, probabilities, options.CurrentValue.SureFrom);

    public void Dispose() => _loading.Dispose();

    private async Task<LoadedModels> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.TriageModels.AsNoTracking().Where(model => model.InForce)
            .Select(model => new { model.Kind, model.Id, model.FileHash }).ToDictionaryAsync(model => model.Kind, cancellation);
        return LoadedModels.Of(kind =>
        {
            if (!rows.TryGetValue(kind, out var row))
                return LoadedModels.None[kind];
            var (model, fault) = shelf.Read(row.Id, row.FileHash);
            return new LoadedModel(kind, row.Id, model, fault);
        });
    }
}
