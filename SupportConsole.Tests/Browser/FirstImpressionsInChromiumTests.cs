using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Browser;

/// <summary>What somebody who tries the console for the first time reads on its pages.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class FirstImpressionsInChromiumTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task NewProject_OnEachOfItsSides_LeadsToTheCardThatItHasAtOnce()
    {
        var boats = (await _loop.Get<ProjectEditing>().CreateAsync(new ProjectDraft("boats", "Boats", null, "en", [], ""), Loop.Admin))!;
        await _loop.Get<ProjectCheck>().CheckAsync(boats.Id);
        var page = await OpenAsync("/projects/boats/settings");

        await page.Locator("[data-waiting] a").First.ClickAsync();

        await page.Locator("[data-usual]").WaitForAsync();
        await Expect(page.Locator("[data-usual]")).ToContainTextAsync("usual gain elsewhere: about +");
        await Expect(page.Locator("[data-usual]")).ToContainTextAsync("not measured here");
        await Expect(page.Locator(".item").First).ToContainTextAsync("usually");
    }

    [SkippableFact]
    public async Task RailCount_WhenAProjectIsArchived_LeavesOutItsCards()
    {
        await _loop.CallsAsync(40, captured: 12);
        var page = await OpenAsync("/projects");
        var count = page.Locator(".rail-count");
        await Expect(count).ToHaveTextAsync("1");

        await _loop.Get<ProjectEditing>().MoveAsync(_loop.Project.Id, ProjectStatus.Archived, Loop.Admin);

        await Expect(count).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task NotNow_SaysForHowLongBeforeItIsChosen()
    {
        await _loop.CallsAsync(40, captured: 12);
        var page = await OpenAsync("/suggestions");
        await page.Locator("[data-press=r]").ClickAsync();

        await Expect(page.Locator(".choices [data-press='4']")).ToContainTextAsync("Not now (rests 14 days)");
    }

    [SkippableFact]
    public async Task Impact_OnAPhone_KeepsItsHeadOnTheScreenAndSaysWhatTheChartWillShow()
    {
        await _loop.Get<ProjectEditing>().CreateAsync(
            new ProjectDraft("long", "Comparison of car finance offers for customers in the south-east of the country", null, "en", [], Loop.Instructions), Loop.Admin);
        await _loop.CallsAsync(40, captured: 12);
        var page = await OpenAsync("/analytics/impact", size: new() { Width = 390, Height = 844 });

        await page.Locator("[data-chart-to-come]").WaitForAsync();
        (await page.Locator(".page-head > *").EvaluateAllAsync<double[]>("parts => parts.map(part => part.getBoundingClientRect().right)")).ShouldAllBe(right => right <= 390);
        await page.ShouldBeAccessibleAsync();
    }

    [SkippableFact]
    public async Task Catalogue_SaysPlaceholdersInWordsAndWhoWroteByName()
    {
        var person = await _loop.Host.AddPersonAsync(Roles.Admin, "Anna");
        var draft = CatalogueDraft.Of(_loop.Get<ChangeCatalogue>().Shipped("missing.not_confirmed")!);
        var edited = draft with { Changes = [draft.Changes[0] with { Text = new("Spell {label}.", "Spel {label}.") }, .. draft.Changes.Skip(1)] };
        (await _loop.Get<CatalogueEditing>().SaveAsync(new("missing.not_confirmed"), edited, 0, new Actor(person.UserName!))).Outcome.ShouldBe(CatalogueOutcome.Done);

        var page = await OpenAsync("/settings/catalogue");
        await Expect(page.Locator(".entry", new() { HasText = "Spell [what the field is called]." })).ToHaveCountAsync(1);
        (await page.Locator(".entries").AllTextContentsAsync()).ShouldAllBe(text => !text.Contains('{'));

        await page.VisitAsync(Links.CatalogueEntry("missing.not_confirmed"));
        await Expect(page.Locator(".entry-page .head")).ToContainTextAsync("Anna");
        await Expect(page.Locator(".entry-page .head")).Not.ToContainTextAsync("@");
    }

    private async Task<IPage> OpenAsync(string address, ViewportSize? size = null)
    {
        var context = await chromium.NewContextAsync(_loop.Host, Roles.Admin, new() { ViewportSize = size ?? new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.VisitAsync(address);
        return page;
    }
}
