using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>What the catalogue holds, with what became of the cards that were made from it.</summary>
public sealed class CatalogueQueries(IDbContextFactory<SupportDbContext> contexts, ChangeCatalogue catalogue)
{
    /// <summary>Every entry: the causes in the order in which they are shipped, after each those that were added for it.</summary>
    public async Task<IReadOnlyList<CatalogueRow>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var edits = await db.CatalogueEdits.AsNoTracking().ToListAsync(cancellation);
        var projects = await ProjectsAsync(db, edits, cancellation);
        var open = await db.Suggestions.AsNoTracking()
            .Where(card => card.Status == SuggestionStatus.Pending || card.Status == SuggestionStatus.Accepted)
            .Select(card => new OpenOf(card.Cause, card.Field, card.ProjectId)).ToListAsync(cancellation);
        var rejected = await db.Suggestions.AsNoTracking().Where(card => card.Status == SuggestionStatus.Rejected)
            .GroupBy(card => new { card.Cause, card.RejectReason })
            .Select(group => new { group.Key.Cause, Why = new RejectedFor(group.Key.RejectReason, group.Count()) }).ToListAsync(cancellation);
        var judged = await db.Outcomes.AsNoTracking().GroupBy(outcome => outcome.Cause)
            .Select(group => new { group.Key, Record = new TrackRecord(group.Count(), group.Average(one => one.PredictedPoints), group.Average(one => one.ActualPoints)) })
            .ToDictionaryAsync(row => row.Key, row => row.Record, cancellation);

        return [.. catalogue.Entries.SelectMany(entry => (IEnumerable<CatalogueRow>)
        [
            Row(new CatalogueKey(entry.Cause), edits.Find(edit => edit.Key == entry.Cause), null) with
            {
                OpenCards = open.Count(card => card.Cause == entry.Cause),
                Record = judged.GetValueOrDefault(entry.Cause),
                Rejected = [.. rejected.Where(row => row.Cause == entry.Cause).Select(row => row.Why).OrderByDescending(why => why.Cards)],
            },
            .. edits.Where(edit => edit.Cause == entry.Cause && edit.Entry is not null && edit.Key != entry.Cause)
                .Select(edit => Row(CatalogueKey.Parse(edit.Key), edit, Of(projects, edit)) with { OpenCards = open.Count(card => Fits(card, edit)) })
                .OrderBy(row => row.Key.ToString(), StringComparer.Ordinal),
        ])];
    }

    /// <summary>One entry, without what became of its cards; null when there is none.</summary>
    public async Task<CatalogueRow?> GetAsync(CatalogueKey key, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var name = key.ToString();
        var edit = await db.CatalogueEdits.AsNoTracking().SingleOrDefaultAsync(edit => edit.Key == name, cancellation);
        return catalogue.Shipped(key.Cause) is null || (key.IsOwn && edit?.Entry is null)
            ? null : Row(key, edit, edit is null ? null : Of(await ProjectsAsync(db, [edit], cancellation), edit));
    }

    /// <summary>The same, or what holds now for one that nobody has added yet, to start from; null when none can be added under that key.</summary>
    public async Task<CatalogueRow?> StartAsync(CatalogueKey key, CancellationToken cancellation = default)
    {
        if (await GetAsync(key, cancellation) is { } row)
        {
            return row;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var project = await db.Projects.AsNoTracking().Where(one => one.ExternalId == key.Project)
            .Select(one => new ProjectName(one.Id, one.ExternalId, one.Name)).SingleOrDefaultAsync(cancellation);
        var fits = (key.Field is null || (CatalogueCauses.IsOfField(key.Cause) && ProjectRules.FieldKeyPattern().IsMatch(key.Field))) && (key.Project is null || project is not null);
        var name = key.ToString();
        return fits && catalogue.Own(key.Cause, key.Field, project?.Id) is { } holds
            ? new CatalogueRow(key, project, CatalogueOrigin.Own, holds, await db.CatalogueEdits.Where(edit => edit.Key == name).Select(edit => edit.Revision).SingleOrDefaultAsync(cancellation), null, null)
            : null;
    }

    private CatalogueRow Row(CatalogueKey key, CatalogueEdit? edit, ProjectName? project) => edit?.Entry is { } entry
        ? new(key, project, key.IsOwn ? CatalogueOrigin.Own : CatalogueOrigin.Edited, entry, edit.Revision, edit.By, edit.At)
        : new(key, project, CatalogueOrigin.Shipped, catalogue.Shipped(key.Cause)!, edit?.Revision ?? 0, null, null);

    private static Task<List<ProjectName>> ProjectsAsync(SupportDbContext db, IReadOnlyCollection<CatalogueEdit> edits, CancellationToken cancellation)
    {
        var ids = edits.Select(edit => edit.ProjectId).OfType<long>().Distinct().ToList();
        return db.Projects.AsNoTracking().Where(project => ids.Contains(project.Id))
            .Select(project => new ProjectName(project.Id, project.ExternalId, project.Name)).ToListAsync(cancellation);
    }

    private static ProjectName? Of(List<ProjectName> projects, CatalogueEdit edit) => projects.Find(project => project.Id == edit.ProjectId);

    private static bool Fits(OpenOf card, CatalogueEdit edit) =>
        card.Cause == edit.Cause && (edit.FieldKey is null || edit.FieldKey == card.Field) && (edit.ProjectId is null || edit.ProjectId == card.ProjectId);

    private sealed record OpenOf(string Cause, string? Field, long ProjectId);
}
