using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Suggestions.Learning;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions.Catalogue;

/// <summary>What an edit does to cards: to the next ones at once, to open ones where they are written anew anyway.</summary>
public sealed class CatalogueCardTests : IAsyncLifetime
{
    private static readonly CatalogueKey Key = new("missing.not_confirmed");

    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Card_MadeAfterAnEdit_SuggestsAndPromisesWhatWasWritten()
    {
        await SaveAsync("Say the {label} back, digit by digit.", new(0.9, 20));

        await _loop.CallsAsync(40, captured: 12);

        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        card.Changes.ShouldHaveSingleItem().Suggested.ShouldEndWith("Say the price back, digit by digit.");
        card.Predicted.Points.ShouldBe(63, tolerance: 0.1); // 70 % lack it, of which nine in ten are promised back
    }

    [Fact]
    public async Task OpenCard_WhoseTextWasEdited_IsWrittenAnewWithItsEvidenceAndNoDecisionOnTheOldTextHolds()
    {
        await _loop.CallsAsync(40, captured: 12);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        await SaveAsync("Say the {label} back, digit by digit.");
        (await _loop.CardAsync(card.Id)).Card.Revision.ShouldBe(card.Revision, "an edit alone rewrites no card");
        await _loop.CallsAsync(10, captured: 3);

        var anew = (await _loop.CardAsync(card.Id)).Card;
        anew.Changes.ShouldHaveSingleItem().Suggested.ShouldEndWith("digit by digit.");
        anew.Revision.ShouldBeGreaterThan(card.Revision);
        anew.Predicted.Points.ShouldBe(card.Predicted.Points); // what was promised stays promised
        (await _loop.Decisions.AcceptAsync(card.Id, card.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.TargetMoved);
        (await _loop.Decisions.AcceptAsync(card.Id, anew.Revision, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        (await _loop.TextAsync()).ShouldContain("digit by digit.");
    }

    [Fact]
    public async Task List_SaysWhatCameOfTheCardsOfEachCause()
    {
        await _loop.CallsAsync(40, captured: 12);
        (await RowAsync()).OpenCards.ShouldBe(1);

        await _loop.Decisions.RejectAsync((await _loop.OpenCardAsync()).Id, null, RejectReason.WrongWording, "stiff", Loop.Admin);

        var row = await RowAsync();
        (row.OpenCards, row.Record).ShouldBe((0, null));
        row.Rejected.ShouldBe([new RejectedFor(RejectReason.WrongWording, 1)]);
    }

    [Fact]
    public async Task Edit_OfTheNumberAlone_StillHoldsTheDislikedWordsAgainstItsCards()
    {
        await _loop.CallsAsync(40, captured: 12);
        await _loop.Decisions.RejectAsync((await _loop.OpenCardAsync()).Id, null, RejectReason.WrongWording, "stiff", Loop.Admin);
        var draft = CatalogueDraft.Of(_loop.Get<ChangeCatalogue>().Shipped(Key.Cause)!);
        _loop.Clock.Advance(TimeSpan.FromHours(1));

        (await _loop.Get<CatalogueEditing>().SaveAsync(Key, draft with { Recovered = new(0.6, 12) }, 0, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.Done);
        (await DislikedAsync()).ShouldBe(1);

        var reworded = draft with { Recovered = new(0.6, 12), Changes = [draft.Changes[0] with { Text = new("Say it kindly.", "Zeg het vriendelijk.") }, .. draft.Changes.Skip(1)] };
        (await _loop.Get<CatalogueEditing>().SaveAsync(Key, reworded, 1, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.Done);
        (await DislikedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Preview_OfAProjectWithTheProblem_IsWhatItsCardWouldMakeOfItsInstructions()
    {
        await _loop.CallsAsync(40, captured: 12);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        var preview = (await _loop.Get<CataloguePreviewing>().OfAsync(_loop.Get<ChangeCatalogue>().Shipped(Key.Cause)!, "cars", "price"))!;

        (preview.Before, preview.IsFound).ShouldBe((Loop.Instructions, true));
        preview.After.ShouldBe(InstructionChange.Apply(InstructionText.Parse(Loop.Instructions), card.Changes).ToString());
        (await _loop.Get<CataloguePreviewing>().ExampleAsync(Key.Cause)).ShouldBe(new CatalogueExample("cars", "price"));
    }

    /// <summary>A text whose placeholders nobody fills would be previewed with its braces.</summary>
    [Fact]
    public async Task Preview_OfAProjectWithoutTheProblem_FillsEveryPlaceholder()
    {
        foreach (var entry in _loop.Get<ChangeCatalogue>().Entries)
        {
            var preview = await _loop.Get<CataloguePreviewing>().OfAsync(_loop.Get<ChangeCatalogue>().Shipped(entry.Cause)!, "cars", CatalogueCauses.IsOfField(entry.Cause) ? "price" : null);
            preview!.After.ShouldNotContain("{", customMessage: entry.Cause);
            preview.After.ShouldNotBe(preview.Before, entry.Cause);
        }
    }

    private async Task<int> DislikedAsync()
    {
        await using var db = await _loop.ContextAsync();
        return (await Standings.ReadAsync(db, [Key.Cause]))[Key.Cause].WrongWording;
    }

    private async Task<CatalogueRow> RowAsync() => (await _loop.Get<CatalogueQueries>().ListAsync()).Single(row => row.Key == Key);

    private async Task SaveAsync(string text, RecoveredShare? recovered = null)
    {
        var draft = CatalogueDraft.Of(_loop.Get<ChangeCatalogue>().Shipped(Key.Cause)!);
        var edited = draft with { Recovered = recovered ?? draft.Recovered, Changes = [draft.Changes[0] with { Text = new(text, text) }] };
        (await _loop.Get<CatalogueEditing>().SaveAsync(Key, edited, 0, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.Done);
    }
}
