using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions.Catalogue;

public sealed class CatalogueEditingTests : IAsyncLifetime
{
    private const string Cause = "missing.not_confirmed";
    private static readonly CatalogueKey Everywhere = new(Cause);

    private Loop _loop = null!;

    private CatalogueEditing Editing => _loop.Get<CatalogueEditing>();

    private ChangeCatalogue Catalogue => _loop.Get<ChangeCatalogue>();

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Entries_ThatFitOneFinding_TheMostSpecificIsUsed()
    {
        var id = _loop.Project.Id;
        Holds("price", id).ShouldContain("repeat it back");

        await SaveAsync(Everywhere, "edited");
        Holds("price", id).ShouldBe("edited");
        await SaveAsync(new(Cause, "price"), "field");
        Holds("price", id).ShouldBe("field");
        await SaveAsync(new(Cause, null, "cars"), "project");
        Holds("price", id).ShouldBe("project");
        await SaveAsync(new(Cause, "price", "cars"), "project and field");
        Holds("price", id).ShouldBe("project and field");

        Holds("mileage", id).ShouldBe("project");
        Holds("price", id + 1).ShouldBe("field");
        Holds("mileage", id + 1).ShouldBe("edited");
        Catalogue.Find(Cause)!.Changes[0].Text.En.ShouldContain("repeat it back", customMessage: "the evaluation measures what is shipped");
    }

    [Fact]
    public async Task Entry_ThatAnotherCauseOffersToo_IsOfferedThereAsItWasEdited()
    {
        await SaveAsync(new("best_practice.refusal"), "Accept a no.");

        var several = Catalogue.For("best_practice.several", null, _loop.Project.Id)!;

        several.Changes.Count.ShouldBe(5);
        several.Changes[^1].Text.En.ShouldBe("Accept a no.");
        several.Changes[^1].Needs.ShouldBe("refusal");
    }

    [Fact]
    public async Task EditedEntry_SwitchedBack_IsTheShippedOneAgainAndCanBeUndone()
    {
        var shipped = Holds("price", _loop.Project.Id);
        var saved = await SaveAsync(Everywhere, "edited");

        var back = await Editing.SaveAsync(Everywhere, null, saved.Revision, Loop.Admin);
        Holds("price", _loop.Project.Id).ShouldBe(shipped);
        (await RowAsync(Everywhere)).Origin.ShouldBe(CatalogueOrigin.Shipped);

        (await Editing.SaveAsync(Everywhere, back.Before, back.Revision, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.Done);
        Holds("price", _loop.Project.Id).ShouldBe("edited");
        (await AuditAsync()).Select(entry => entry.Action).ShouldBe(["catalogue.edited", "catalogue.restored", "catalogue.edited"]);
        (await AuditAsync())[0].Detail.ShouldContain("edited");
        (await AuditAsync())[1].Detail.ShouldContain("\"after\":null");
    }

    [Fact]
    public async Task ShippedText_WrittenOverAnEdit_IsNoEditAnyMore()
    {
        await SaveAsync(Everywhere, "edited");

        await Editing.SaveAsync(Everywhere, CatalogueDraft.Of(Catalogue.Shipped(Cause)!), 1, Loop.Admin);

        (await RowAsync(Everywhere)).Origin.ShouldBe(CatalogueOrigin.Shipped);
    }

    [Fact]
    public async Task OwnEntry_Deleted_LeavesTheOthersAndComesBackByUndo()
    {
        var key = new CatalogueKey(Cause, "price");
        var added = await SaveAsync(key, "field");

        var deleted = await Editing.SaveAsync(key, null, added.Revision, Loop.Admin);
        Holds("price", _loop.Project.Id).ShouldContain("repeat it back");
        (await _loop.Get<CatalogueQueries>().GetAsync(key)).ShouldBeNull();
        (await Editing.SaveAsync(key, null, null, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.NotFound);

        await Editing.SaveAsync(key, deleted.Before, deleted.Revision, Loop.Admin);
        (await RowAsync(key)).Origin.ShouldBe(CatalogueOrigin.Own);
        (await AuditAsync()).Select(entry => entry.Action).ShouldBe(["catalogue.added", "catalogue.deleted", "catalogue.added"]);
    }

    [Fact]
    public async Task Entry_SavedBySomebodyElseSinceItWasRead_IsNotOverwritten()
    {
        await SaveAsync(Everywhere, "first");

        var late = await Editing.SaveAsync(Everywhere, Draft(Everywhere, "second"), 0, Loop.Admin);

        (late.Outcome, late.Revision).ShouldBe((CatalogueOutcome.Moved, 1));
        Holds("price", _loop.Project.Id).ShouldBe("first");
    }

    [Fact]
    public async Task Entry_DeletedAndAddedAgain_IsNotWhatAnOldRevisionMeant()
    {
        var key = new CatalogueKey(Cause, "price");
        var read = await SaveAsync(key, "one");
        await Editing.SaveAsync(key, null, null, Loop.Admin);
        await SaveAsync(key, "two");

        (await Editing.SaveAsync(key, Draft(key, "late"), read.Revision, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.Moved);
    }

    [Theory]
    [InlineData("success.no_answer:price", "field")]
    [InlineData("missing.not_confirmed:Price", "field")]
    [InlineData("missing.not_confirmed@nowhere", "project")]
    [InlineData("missing.not_confirmed:mileage@cars", "field")]
    public async Task OwnEntry_ForWhatIsNotThere_IsRefusedByField(string key, string field)
    {
        var saved = await Editing.SaveAsync(CatalogueKey.Parse(key), Draft(new(CatalogueKey.Parse(key).Cause), "Say it."), null, Loop.Admin);

        (saved.Outcome, string.Join(' ', saved.Errors.ToDictionary().Keys)).ShouldBe((CatalogueOutcome.Refused, field));
        (await AuditAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Entry_OfACauseThatNoDetectorNames_IsNotMade() =>
        (await Editing.SaveAsync(new("missing.never"), Draft(Everywhere, "x"), null, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.NotFound);

    [Fact]
    public async Task Entry_WrittenByAPersonWhoIsNoAdmin_IsDenied()
    {
        await Should.ThrowAsync<AccessDeniedException>(() => Editing.SaveAsync(Everywhere, Draft(Everywhere, "x"), null, new Actor("manager@example.com", 4711)));
        Holds("price", _loop.Project.Id).ShouldContain("repeat it back");
    }

    [Fact]
    public async Task Entry_Saved_StillHoldsAfterARestart()
    {
        await SaveAsync(Everywhere, "edited");

        await using var restarted = new ConsoleHost { Settings = { ["Data:Folder"] = _loop.Host.DataFolder } };
        _ = restarted.Address;

        restarted.Get<ChangeCatalogue>().For(Cause, "price", 1)!.Changes[0].Text.En.ShouldBe("edited");
    }

    private string Holds(string field, long project) => Catalogue.For(Cause, field, project)!.Changes[0].Text.En;

    private CatalogueDraft Draft(CatalogueKey key, string text)
    {
        var draft = CatalogueDraft.Of(Catalogue.Shipped(key.Cause)!);
        return draft with { Changes = [draft.Changes[0] with { Text = new(text, text) }] };
    }

    private async Task<CatalogueSaved> SaveAsync(CatalogueKey key, string text)
    {
        var saved = await Editing.SaveAsync(key, Draft(key, text), null, Loop.Admin);
        saved.Outcome.ShouldBe(CatalogueOutcome.Done, saved.Errors.ToString());
        return saved;
    }

    private async Task<CatalogueRow> RowAsync(CatalogueKey key) => (await _loop.Get<CatalogueQueries>().ListAsync()).Single(row => row.Key == key);

    private async Task<List<AuditEntry>> AuditAsync()
    {
        await using var db = await _loop.ContextAsync();
        return await db.AuditEntries.Where(entry => entry.TargetKind == "catalogue").OrderBy(entry => entry.Id).ToListAsync();
    }
}
