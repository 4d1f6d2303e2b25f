using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;
using SupportConsole.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class SuggestionCardTests : BunitContext, IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private Loop _loop = null!;

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync();
        Services.AddLocalization().AddLogging().AddOptions();
        Services.AddSingleton<TimeProvider>(_loop.Clock);
        Services.AddSingleton<WorkspaceTime>().AddSingleton<SuggestionWording>().AddSingleton<CardStory>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _loop.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task Card_WithSeveralChanges_ShowsEveryOneThatAcceptApplies()
    {
        var detail = await SavedAsync(Samples.Card(_loop.Project.Id, changes:
        [
            new("Capture price", "Ask what price they have in mind.", "Ask what price they have in mind.\nRepeat it back.", Samples.Both("First reason.")),
            new("Before ending the call", null, "Ask once more.", Samples.Both("Second reason.")),
            new("", "Be friendly.", "Be friendly and brief.", Samples.Both("Third reason.")),
        ]));

        var card = Show(detail);

        card.FindAll("figure.diff").Count.ShouldBe(3);
        card.Markup.ShouldContain("Changes: all 3");
        foreach (var text in (string[])["Repeat it back.", "Ask once more.", "and brief", "First reason.", "Second reason.", "Third reason."])
            card.Find("article").TextContent.ShouldContain(text);
    }

    [Fact]
    public async Task Evidence_OfARateThatChanged_SaysSinceWhenItIsCounted()
    {
        var card = Samples.Card(_loop.Project.Id);
        card.Evidence = card.Evidence with { From = new DateTime(2026, 2, 20, 0, 0, 0, DateTimeKind.Utc), Since = true, InWindow = 400 };

        Show(await SavedAsync(card)).Find(".evidence").TextContent.ShouldContain("counted since 20 Feb, when the rate changed");
    }

    [Fact]
    public async Task Prediction_WithMoreEvidenceSince_IsTheOneThatWasFrozen()
    {
        await _loop.CallsAsync(40, captured: 12);
        var first = await _loop.OpenCardAsync();
        var promised = Show(await _loop.CardAsync(first.Id)).Find(".prediction").TextContent;
        var evidence = Show(await _loop.CardAsync(first.Id)).Find(".evidence").TextContent;

        _loop.Clock.Advance(TimeSpan.FromHours(2));
        await _loop.CallsAsync(60, captured: 30);
        var card = Show(await _loop.CardAsync(first.Id));

        card.Find(".prediction").TextContent.ShouldBe(promised);
        card.Find(".evidence").TextContent.ShouldNotBe(evidence);
        card.Find(".prediction").TextContent.ShouldContain($"90 %: +{Math.Round(first.Predicted.Low, MidpointRounding.AwayFromZero)} to +{Math.Round(first.Predicted.High, MidpointRounding.AwayFromZero)}");
    }

    [Fact]
    public async Task HostileText_InEveryPlaceThatOthersFill_StaysText()
    {
        var draft = new ProjectDraft("evil", Hostile, "x", "en", [new CaptureField("price", Hostile)], Loop.Instructions);
        var project = (await _loop.Get<ProjectEditing>().CreateAsync(draft, Loop.Admin))!;
        var detail = await SavedAsync(Samples.Card(project.Id, field: Hostile, cause: "missing.not_confirmed",
            changes: [new(Hostile, Hostile, Hostile + "!", Samples.Both(Hostile))]));
        await _loop.Decisions.RejectAsync(detail.Card.Id, null, RejectReason.Other, Hostile, Loop.Admin);
        detail = await _loop.CardAsync(detail.Card.Id);

        var card = Show(detail, await _loop.Get<SuggestionReading>().HistoryAsync(detail.Card.Id), new CardNotice(detail.Card.Id, Hostile));

        card.FindAll("script, img").ShouldBeEmpty();
        card.Find("h2").TextContent.ShouldContain(Hostile[1..], Case.Insensitive);
        card.FindAll("details q").ShouldHaveSingleItem().TextContent.ShouldBe(Hostile);
    }

    [Theory]
    [InlineData(true, "a p s r")]
    [InlineData(false, "p")]
    public async Task Actions_OfAManager_AreNoneThatDecide(bool admin, string keys)
    {
        var detail = await SavedAsync(Samples.Card(_loop.Project.Id));

        var actions = Render<CardActions>(parts => parts.Add(part => part.Card, detail.Card).Add(part => part.CanDecide, admin));

        string.Join(' ', actions.FindAll("[data-press]").Select(button => button.GetAttribute("data-press"))).ShouldBe(keys);
        actions.Markup.Contains("an admin decides", StringComparison.Ordinal).ShouldBe(!admin);
    }

    [Theory]
    [InlineData(SuggestionStatus.Applied, "u p")]
    [InlineData(SuggestionStatus.Rejected, "u p")]
    [InlineData(SuggestionStatus.RolledBack, "u p")]
    public async Task Actions_OfADecidedCard_AreWhatIsStillPossible(SuggestionStatus status, string keys)
    {
        await _loop.CallsAsync(40, captured: 12);
        var id = (await _loop.OpenCardAsync()).Id;
        if (status == SuggestionStatus.Rejected)
            await _loop.Decisions.RejectAsync(id, null, RejectReason.NotNow, null, Loop.Admin);
        else
            await _loop.Decisions.AcceptAsync(id, null, Loop.Admin);
        if (status == SuggestionStatus.RolledBack)
            await _loop.Decisions.UndoAsync(id, null, Loop.Admin);

        var actions = Render<CardActions>(parts => parts.Add(part => part.Card, _loop.CardAsync(id).Result.Card).Add(part => part.CanDecide, true));

        string.Join(' ', actions.FindAll("[data-press]").Select(button => button.GetAttribute("data-press"))).ShouldBe(keys);
    }

    [Fact]
    public async Task AppliedCard_WithoutAndWithCalls_SaysWhatIsKnown()
    {
        await _loop.CallsAsync(60, captured: 18);
        var id = (await _loop.OpenCardAsync()).Id;
        await _loop.Decisions.AcceptAsync(id, null, Loop.Admin);
        Show(await _loop.CardAsync(id)).Markup.ShouldContain("No call on version 2 has come in yet.");

        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(10, captured: 9);
        await _loop.Get<Domain.Suggestions.Impact.ImpactJudging>().MeasureAsync(id);
        var card = Show(await _loop.CardAsync(id));

        card.Find(".measured").TextContent.ShouldContain("18 of 60");
        card.Find(".measured").TextContent.ShouldContain("9 of 10");
        card.Find("[role=progressbar]").GetAttribute("aria-valuenow").ShouldBe("10");
        card.Markup.ShouldContain("being measured");
    }

    private IRenderedComponent<SuggestionCard> Show(
        SuggestionDetail detail, IReadOnlyList<SuggestionHistoryEntry>? history = null, CardNotice? notice = null) =>
        Render<SuggestionCard>(parts => parts.Add(part => part.Detail, detail).Add(part => part.History, history ?? []).Add(part => part.Notice, notice));

    private async Task<SuggestionDetail> SavedAsync(Suggestion card)
    {
        await _loop.Get<WriteGate>().WriteAsync(db => Task.FromResult(db.Suggestions.Add(card)));
        return await _loop.CardAsync(card.Id);
    }
}
