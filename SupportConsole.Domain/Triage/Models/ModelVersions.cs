using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>The trained versions: which answers, and going back to another.</summary>
public sealed class ModelVersions(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ModelShelf shelf, ModelInForce inForce)
{
    /// <summary>Newest first, without their figures; as many as are kept.</summary>
    public async Task<IReadOnlyList<ModelRow>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.TriageModels.AsNoTracking().OrderByDescending(model => model.Id)
            .Select(model => new ModelRow(model.Id, model.TrainedAt, model.Texts, model.HeldOut, model.Labels, model.InForce, model.LastTextId, model.Beside)).ToListAsync(cancellation);
    }

    /// <summary>The last labelled text that the version in force could be trained on; 0 before the first. What came after it waits.</summary>
    public async Task<long> LastTextIdAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.TriageModels.Where(model => model.InForce).Select(model => model.LastTextId).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>One version with its figures; the one in force when none is named.</summary>
    public async Task<TriageModel?> GetAsync(long? id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.TriageModels.AsNoTracking().SingleOrDefaultAsync(model => id == null ? model.InForce : model.Id == id, cancellation);
    }

    /// <summary>Has another version answer from now on. One whose file cannot be read is refused.</summary>
    public async Task<UseOutcome> UseAsync(long id, Actor actor, CancellationToken cancellation = default)
    {
        if (await GetAsync(id, cancellation) is not { } chosen)
            return UseOutcome.NotFound;
        if (shelf.Read(id, chosen.FileHash).Model is null)
            return UseOutcome.NoFile;
        var outcome = await gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.TriageModels.SingleOrDefaultAsync(model => model.Id == id, cancellation) is not { } row)
                    return UseOutcome.NotFound;
                var before = await PutInForceAsync(db, row, cancellation);
                db.Audit(actor, "triage.model_chosen", "triage", id, new { Version = id, Before = before });
                db.Announce(LiveTopic.Triage, id);
                return UseOutcome.Done;
            },
            cancellation);
        await inForce.LoadAsync(cancellation);
        return outcome;
    }

    /// <summary>Has one answer and no other; returns the version that did before.</summary>
    internal static async Task<long?> PutInForceAsync(SupportDbContext db, TriageModel row, CancellationToken cancellation)
    {
        var before = await db.TriageModels.Where(model => model.InForce).Select(model => (long?)model.Id).SingleOrDefaultAsync(cancellation);
        await db.TriageModels.Where(model => model.InForce).ExecuteUpdateAsync(set => set.SetProperty(model => model.InForce, false), cancellation);
        row.InForce = true;
        db.Entry(row).Property(model => model.InForce).IsModified = true;
        return before;
    }
}

/// <summary>A version as a list shows it.</summary>
public sealed record ModelRow(long Id, DateTime TrainedAt, int Texts, int HeldOut, int Labels, bool InForce, long LastTextId, ModelBeside? Beside);

public enum UseOutcome
{
    Done,
    NotFound,

    /// <summary>Its file is missing or damaged; nothing changed.</summary>
    NoFile,
}
