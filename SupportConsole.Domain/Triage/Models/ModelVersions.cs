using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>The trained versions of each kind: which answers, and going back to another.</summary>
public sealed class ModelVersions(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ModelShelf shelf, ModelInForce inForce)
{
    /// <summary>Newest first, without their figures; as many as are kept.</summary>
    public async Task<IReadOnlyList<ModelRow>> ListAsync(LabelKind kind, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.TriageModels.AsNoTracking().Where(model => model.Kind == kind).OrderByDescending(model => model.Id)
            .Select(model => new ModelRow(model.Id, model.TrainedAt, model.Texts, model.HeldOut, model.Labels, model.InForce, model.LastTextId, model.Beside)).ToListAsync(cancellation);
    }

    /// <summary>The last labelled text that the version of a kind in force could be trained on; 0 before the first. What came after it waits.</summary>
    public async Task<long> LastTextIdAsync(LabelKind kind, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.TriageModels.Where(model => model.InForce && model.Kind == kind).Select(model => model.LastTextId).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>One version of a kind with its figures; the one in force when none is named.</summary>
    public async Task<TriageModel?> GetAsync(LabelKind kind, long? id = null, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.TriageModels.AsNoTracking().SingleOrDefaultAsync(model => model.Kind == kind && (id == null ? model.InForce : model.Id == id), cancellation);
    }

    /// <summary>Has another version answer for its kind from now on. One whose file cannot be read is refused.</summary>
    public async Task<UseOutcome> UseAsync(long id, Actor actor, CancellationToken cancellation = default)
    {
        if (await HashAsync(id, cancellation) is not { } hash)
            return UseOutcome.NotFound;
        if (shelf.Read(id, hash).Model is null)
            return UseOutcome.NoFile;
        var outcome = await gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.TriageModels.SingleOrDefaultAsync(model => model.Id == id, cancellation) is not { } row)
                    return UseOutcome.NotFound;
                var before = await PutInForceAsync(db, row, cancellation);
                db.Audit(actor, "triage.model_chosen", "triage", id, new { row.Kind, Version = id, Before = before });
                db.Announce(LiveTopic.Triage, id);
                return UseOutcome.Done;
            },
            cancellation);
        await inForce.LoadAsync(cancellation);
        return outcome;
    }

    /// <summary>Has one answer and no other of its kind; returns the version that did before.</summary>
    internal static async Task<long?> PutInForceAsync(SupportDbContext db, TriageModel row, CancellationToken cancellation)
    {
        var others = db.TriageModels.Where(model => model.InForce && model.Kind == row.Kind);
        var before = await others.Select(model => (long?)model.Id).SingleOrDefaultAsync(cancellation);
        await others.ExecuteUpdateAsync(set => set.SetProperty(model => model.InForce, false), cancellation);
        row.InForce = true;
        db.Entry(row).Property(model => model.InForce).IsModified = true;
        return before;
    }

    private async Task<string?> HashAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.TriageModels.Where(model => model.Id == id).Select(model => model.FileHash).SingleOrDefaultAsync(cancellation);
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
