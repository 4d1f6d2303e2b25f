using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;
using SupportConsole.Shell;
using SupportConsole.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class CardMeasurementTests : BunitContext, IAsyncLifetime
{
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

    [Theory]
    [InlineData(0, 0, 30, 24, "Only 0 calls to compare with")]
    [InlineData(60, 18, 12, 9, "Calls still needed before a difference says anything: 8.")]
    public async Task Measurement_WithTooFewCallsOnOneSide_NamesNoDifference(int before, int beforeHits, int after, int afterHits, string says)
    {
        var shown = await ShowAsync(Measured(before, beforeHits, after, afterHits));

        shown.FindAll(".delta, .interval").ShouldBeEmpty();
        shown.Markup.ShouldContain(says);
        if (before == 0)
            shown.Find("tbody tr").TextContent.ShouldNotContain("%");
    }

    [Fact]
    public async Task Measurement_AgainstARateThatChangedBefore_SaysSinceWhen()
    {
        for (var day = 0; day < 16; day++)
        {
            await _loop.CallsAsync(10, captured: day < 10 ? 9 : 1);
            _loop.Clock.Advance(TimeSpan.FromDays(1));
        }

        var id = (await _loop.OpenCardAsync()).Id;
        await _loop.Decisions.AcceptAsync(id, (await _loop.CardAsync(id)).Card.Revision, Loop.Admin);
        var card = (await _loop.CardAsync(id)).Card;

        card.Applied!.Before.FieldMissing.ShouldBe(54);
        Show(card, Measured(60, 6, 40, 30)).Find("tbody tr th").TextContent
            .ShouldBe($"before: since {card.Applied.Since!.Value:d MMM}");
    }

    [Fact]
    public async Task Measurement_WhoseIntervalSpansNothing_IsNeitherBetterNorWorse()
    {
        var open = Measured(60, 18, 40, 14);
        (open.Points, open.Low, open.High) = (5, -10, 20);

        var delta = (await ShowAsync(open)).Find(".delta");

        delta.ClassList.ShouldContain("unclear");
        delta.TextContent.ShouldContain("not clear yet");
    }

    [Theory]
    [InlineData(3, "Too few calls lay before it to compare with: 3")]
    [InlineData(60, "The calls do not tell either way.")]
    public async Task TooLittleData_FromTooFewCallsBefore_SaysSo(int before, string says)
    {
        var judged = Measured(before, 1, 500, 300);
        judged.Final = true;

        (await ShowAsync(judged)).Markup.ShouldContain(says);
    }

    [Fact]
    public async Task TooLittleData_OfAFieldThatIsGone_SaysSo()
    {
        var judged = Measured(60, 18, 500, 300);
        judged.Final = true;
        await _loop.CallsAsync(60, captured: 18);
        var id = (await _loop.OpenCardAsync()).Id;
        await _loop.CaptureAsync(new CaptureField("colour", "colour"));

        Show((await _loop.CardAsync(id)).Card, judged).Markup.ShouldContain("The field was removed from the project");
    }

    [Theory]
    [InlineData(0.99997, "with probability over 99.9 %")]
    [InlineData(0.87, "with probability 87 %")]
    public async Task Verdict_HoweverClear_IsNeverWhollyCertain(double certainty, string says)
    {
        var judged = Measured(60, 18, 500, 400);
        (judged.Final, judged.Verdict, judged.Certainty) = (true, Verdict.Held, certainty);

        (await ShowAsync(judged)).Markup.ShouldContain(says);
    }

    [Fact]
    public async Task Progress_PastTheFirstLook_IsTowardsTheNext()
    {
        var shown = await ShowAsync(Measured(60, 18, 130, 70));

        shown.Find("[role=progressbar]").GetAttribute("aria-valuemax").ShouldBe("240");
    }

    [Fact]
    public async Task Evidence_AfterTheInstructionsChanged_NamesTheVersionAndSinceWhen()
    {
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, Loop.Instructions + "\n## More\nBe brief.\n", "why", Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromDays(1));
        await _loop.CallsAsync(60, captured: 18);

        var card = Render<SuggestionCard>(parts => parts.Add(part => part.Detail, _loop.CardAsync(_loop.OpenCardAsync().Result.Id).Result));

        card.Find(".evidence").TextContent.ShouldContain($"on version 2, since {_loop.Clock.GetUtcNow().AddDays(-1):d MMM}");
    }

    [Fact]
    public async Task Promise_MadeForOlderInstructions_SaysForWhich()
    {
        await _loop.CallsAsync(60, captured: 18);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        card.Rebase(3, card.Changes);

        Render<CardPrediction>(parts => parts.Add(part => part.Card, card).Add(part => part.Standing, Standing.None)).Markup.ShouldContain("its promise was made for version 1");
    }

    [Fact]
    public async Task ListItem_OfAPromiseAndOfAnEffect_SaysWhichItIs()
    {
        for (var day = 0; day < 16; day++)
        {
            await _loop.CallsAsync(10, captured: day < 10 ? 9 : 1);
            _loop.Clock.Advance(TimeSpan.FromDays(1));
        }

        var id = (await _loop.OpenCardAsync()).Id;
        await _loop.Decisions.AcceptAsync(id, null, Loop.Admin);
        var row = (await _loop.Cards.RowsAsync([id])).ShouldHaveSingleItem();
        IElement Points(SuggestionRow of) => Render<SuggestionListItem>(parts => parts.Add(part => part.Entry, new InboxEntry(of, false)).Add(part => part.Href, "/")).Find(".points");

        Points(row).TextContent.ShouldContain("promised");
        var judged = Points(row with { JudgedAt = row.AppliedAt, Verdict = Verdict.NotHeld, ActualPoints = 1, ActualLow = -4, ActualHigh = 6 });

        judged.TextContent.ShouldContain("measured");
        judged.QuerySelector(".delta")!.ClassList.ShouldContain("unclear");
    }

    private static ImpactMeasurement Measured(int before, int beforeHits, int after, int afterHits) => new()
    {
        SuggestionId = 1,
        Of = MeasurementOf.Apply,
        BeforeHits = beforeHits,
        BeforeTotal = before,
        AfterHits = afterHits,
        AfterTotal = after,
        Points = 20,
        Low = 8,
        High = 32,
        Certainty = 0.5,
    };

    private async Task<IRenderedComponent<CardMeasurement>> ShowAsync(ImpactMeasurement measured)
    {
        await _loop.CallsAsync(60, captured: 18);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;
        card.Predicted = card.Predicted with { CallsToJudge = 120 };
        return Show(card, measured);
    }

    private IRenderedComponent<CardMeasurement> Show(Suggestion card, ImpactMeasurement measured) =>
        Render<CardMeasurement>(parts => parts.Add(part => part.Card, card).Add(part => part.Measurement, measured).Add(part => part.Of, MeasurementOf.Apply));
}
