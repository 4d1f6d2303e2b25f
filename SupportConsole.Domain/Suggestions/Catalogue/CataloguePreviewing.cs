using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>What an entry would make of a project's instructions in force.</summary>
/// <param name="IsFound">Whether the project has this problem now; otherwise the texts are filled with examples.</param>
public sealed record CataloguePreview(string Before, string After, bool IsFound);

/// <summary>Where a cause can be seen: a project with an open card of it, and the field that the card is about.</summary>
public sealed record CatalogueExample(string Project, string? Field);

/// <summary>Shows what a text does before it is saved, with the same steps as a card.</summary>
public sealed class CataloguePreviewing(IDbContextFactory<SupportDbContext> contexts, ChangeCatalogue catalogue, CallDetection detection)
{
    /// <param name="entry">As it is written, without the changes of other causes that it offers.</param>
    /// <param name="field">The capture field, for a cause that is about one.</param>
    public async Task<CataloguePreview?> OfAsync(CatalogueEntry entry, string project, string? field, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Projects.AsNoTracking().SingleOrDefaultAsync(one => one.ExternalId == project, cancellation) is not { } found)
        {
            return null;
        }

        var snapshot = detection.Snapshot(db, found);
        var finding = detection.Find(snapshot).FirstOrDefault(one => one.Cause == entry.Cause && (field is null || one.Field?.Key == field));
        var about = finding?.Field ?? found.CaptureFields.Find(one => one.Key == field);
        var facts = finding is null ? Example(entry.Cause, found, about) : ProjectFacts.Of(snapshot, finding);
        var changes = ChangeCatalogue.Changes(catalogue.Whole(entry, about?.Key, found.Id), found.Language, snapshot.Instructions, about, facts);
        return new(snapshot.Instructions.ToString(), InstructionChange.Apply(snapshot.Instructions, changes).ToString(), finding is not null);
    }

    /// <summary>A project that has the problem, to show a text of it on; null when none has.</summary>
    public async Task<CatalogueExample?> ExampleAsync(string cause, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Suggestions.AsNoTracking().Where(card => card.Status == SuggestionStatus.Pending && card.Cause == cause && card.Project!.Status != ProjectStatus.Archived)
            .OrderByDescending(card => card.Id).Select(card => new CatalogueExample(card.Project!.ExternalId, card.Field)).FirstOrDefaultAsync(cancellation);
    }

    private static Dictionary<string, string> Example(string cause, Project project, CaptureField? field)
    {
        var facts = CatalogueCauses.Example(cause);
        facts["project"] = project.Name;
        if (field is not null)
        {
            facts["label"] = ProjectFacts.Label(field);
        }

        return facts;
    }
}
