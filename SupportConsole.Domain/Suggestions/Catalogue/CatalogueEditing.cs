using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>The one place that writes entries of the catalogue. They hold for the next check when this returns.</summary>
public sealed class CatalogueEditing(WriteGate gate, ChangeCatalogue catalogue, StoredCatalogue stored)
{
    /// <summary>Entries that admins added at most: a list of more is one that nobody keeps right.</summary>
    public const int MostOwn = 200;

    /// <summary>Writes an entry over the shipped one, or an added one; without a draft, switches back to the shipped one or deletes the added one.</summary>
    /// <param name="revision">The one that was read (0 where nobody had written any yet); without it, whatever stands there is written over.</param>
    public async Task<CatalogueSaved> SaveAsync(
        CatalogueKey key, CatalogueDraft? draft, int? revision, Actor actor, CancellationToken cancellation = default)
    {
        var saved = await gate.WriteAsync(db => SaveAsync(db, key, draft, revision, actor, cancellation), cancellation);
        if (saved.Outcome == CatalogueOutcome.Done)
        {
            await stored.LoadAsync(CancellationToken.None); // It is committed, whether its writer still waits or not.
        }

        return saved;
    }

    private async Task<CatalogueSaved> SaveAsync(
        SupportDbContext db, CatalogueKey key, CatalogueDraft? draft, int? revision, Actor actor, CancellationToken cancellation)
    {
        await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
        var (name, shipped) = (key.ToString(), catalogue.Shipped(key.Cause));
        var row = await db.CatalogueEdits.SingleOrDefaultAsync(edit => edit.Key == name, cancellation);
        if (shipped is null || (draft is null && row?.Entry is null && key.IsOwn))
        {
            return CatalogueSaved.Of(CatalogueOutcome.NotFound);
        }

        if (revision is not null && revision != (row?.Revision ?? 0))
        {
            return CatalogueSaved.Of(CatalogueOutcome.Moved, row?.Revision ?? 0);
        }

        var project = key.Project is null ? null : await db.Projects.AsNoTracking().SingleOrDefaultAsync(one => one.ExternalId == key.Project, cancellation);
        var errors = draft?.Check(shipped) ?? new FieldErrors();
        if (key.IsOwn && draft is not null && row?.Entry is null)
        {
            CheckKey(errors, key, project);
            errors.AddWhen(await OwnAsync(db, cancellation) >= MostOwn, "cause", $"There are {MostOwn} added entries already; delete one first.", "many", $"{MostOwn}");
        }

        if (errors.Any)
        {
            return new(CatalogueOutcome.Refused, errors, row?.Revision ?? 0);
        }

        var before = row?.Entry;
        var was = before ?? catalogue.Own(key.Cause, key.Field, project?.Id)!;
        var after = draft?.ToEntry(was);
        if (!key.IsOwn && after is not null && Same(after, shipped))
        {
            after = null; // Word for word the shipped text: it holds again, and follows it from now on.
        }

        return Same(before, after)
            ? CatalogueSaved.Of(CatalogueOutcome.NoChange, row?.Revision ?? 0)
            : await WriteAsync(db, row, key, project, before, Dated(after, was, before is null ? DateTime.MinValue : row!.At, db.Now), actor, cancellation);
    }

    private static async Task<CatalogueSaved> WriteAsync(
        SupportDbContext db, CatalogueEdit? row, CatalogueKey key, Project? project, CatalogueEntry? before, CatalogueEntry? after, Actor actor,
        CancellationToken cancellation)
    {
        if (row is null)
        {
            row = new CatalogueEdit { Key = key.ToString(), Cause = key.Cause, FieldKey = key.Field, ProjectId = project?.Id };
            db.CatalogueEdits.Add(row);
        }

        row.Write(after, actor.Name, db.Now);
        await db.SaveChangesAsync(cancellation);
        db.Audit(actor, Action(key, before, after), "catalogue", row.Id, new { row.Key, Before = before?.InWords(), After = after?.InWords() });
        db.Announce(LiveTopic.Catalogue, row.Id);
        await Standings.RerankAsync(db, key.Cause, cancellation); // What was said of the old text no longer holds its cards back.
        return new(CatalogueOutcome.Done, new FieldErrors(), row.Revision, before is null ? null : CatalogueDraft.Of(before));
    }

    /// <summary>With when its words were changed: now, or where they say what they said, when they last were.</summary>
    private static CatalogueEntry? Dated(CatalogueEntry? after, CatalogueEntry was, DateTime wordedAt, DateTime now) =>
        after is null ? null : after with { WordedAt = !after.SaysTheSame(was) ? now : was.WordedAt ?? wordedAt };

    private static string Action(CatalogueKey key, CatalogueEntry? before, CatalogueEntry? after) =>
        after is null ? key.IsOwn ? "catalogue.deleted" : "catalogue.restored"
        : before is null && key.IsOwn ? "catalogue.added" : "catalogue.edited";

    private static void CheckKey(FieldErrors errors, CatalogueKey key, Project? project)
    {
        errors.AddWhen(key.Project is not null && project is null, "project", $"There is no project {key.Project}.", "unknown");
        if (key.Field is null)
        {
            return;
        }

        errors.AddWhen(!CatalogueCauses.IsOfField(key.Cause), "field", $"The cause {key.Cause} is not about a field.", "none");
        errors.AddWhen(!ProjectRules.FieldKeyPattern().IsMatch(key.Field), "field", "Use 1 to 60 lower-case letters, digits and underscores, starting with a letter.");
        errors.AddWhen(
            project is not null && !project.CaptureFields.Exists(field => field.Key == key.Field), "field", $"Project {key.Project} has no field {key.Field}.", "unknown");
    }

    private static async Task<int> OwnAsync(SupportDbContext db, CancellationToken cancellation) =>
        (await db.CatalogueEdits.AsNoTracking().ToListAsync(cancellation)).Count(edit => edit.Entry is not null && CatalogueKey.Parse(edit.Key).IsOwn);

    private static bool Same(CatalogueEntry? one, CatalogueEntry? other) => JsonColumn.Write(Undated(one)) == JsonColumn.Write(Undated(other));

    private static CatalogueEntry? Undated(CatalogueEntry? entry) => entry is null ? null : entry with { WordedAt = null };
}
