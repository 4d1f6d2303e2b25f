using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

/// <summary>What becomes of an open card while calls keep coming.</summary>
public sealed class SuggestionProposerTests : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Propose_AnotherCauseLeadsByLittle_KeepsCauseRevisionAndPromise()
    {
        var card = await NotConfirmedCardAsync();

        await _loop.CallsWithoutTranscriptAsync(45);

        var kept = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        (kept.Id, kept.Cause, kept.Revision, kept.Predicted.Points).ShouldBe((card.Id, card.Cause, card.Revision, card.Predicted.Points));
        kept.Evidence.Lost.ShouldBe(40);
        kept.Evidence.Total.ShouldBeInRange(80, 85);
    }

    [Fact]
    public async Task Propose_AnotherCauseLeadsByFar_IsAnotherCardWithItsOwnPromise()
    {
        var card = await NotConfirmedCardAsync();

        await _loop.CallsWithoutTranscriptAsync(80);

        var next = await _loop.OpenCardAsync();
        (next.Cause, next.Id == card.Id).ShouldBe(("missing.unknown", false));
        var old = (await _loop.CardAsync(card.Id)).Card;
        (old.Status, old.Cause, old.Predicted.Points).ShouldBe((SuggestionStatus.Expired, card.Cause, card.Predicted.Points));
    }

    [Fact]
    public async Task Propose_ItsChangeWasMadeByHand_ExpiresTheCardOnce()
    {
        var card = await NotConfirmedCardAsync();
        var text = InstructionChange.Apply(InstructionText.Parse(Loop.Instructions), card.Changes).ToString();
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, text, "by hand", Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromHours(1));

        await _loop.CallsAsync(30, captured: 0);
        await _loop.CallsAsync(30, captured: 0);

        (await _loop.CardAsync(card.Id)).Card.Status.ShouldBe(SuggestionStatus.Expired);
        await using var db = await _loop.ContextAsync();
        (await db.Suggestions.CountAsync()).ShouldBe(1);
    }

    /// <summary>A card on forty calls that all lack the price because it was not confirmed.</summary>
    private async Task<Suggestion> NotConfirmedCardAsync()
    {
        await _loop.CallsAsync(40, captured: 0);
        return (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
    }
}
