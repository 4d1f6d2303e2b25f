using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class DraftsInChromiumTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task Project_HalfChangedWhenThePageIsLost_IsThereAgainWithItsFields()
    {
        var page = await OpenAsync("/projects/cars/settings");
        await page.Locator("#project-name").FillAsync("Car Finance Finder");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a field" }).ClickAsync();
        await page.Locator("[name='fields[1].key']").FillAsync("budget");

        await page.VisitAgainAsync();

        await Expect(page.Locator("#project-name")).ToHaveValueAsync("Car Finance Finder");
        await Expect(page.Locator("[name='fields[1].key']")).ToHaveValueAsync("budget");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo my changes" }).ClickAsync();
        await Expect(page.Locator("#project-name")).ToHaveValueAsync("Car Finance Checker");
        await UndoAsync(page);
        await Expect(page.Locator("#project-name")).ToHaveValueAsync("Car Finance Finder");
    }

    [SkippableFact]
    public async Task Project_ChangedByAnotherSinceItWasTyped_SaysSoWhenTheDraftIsBack()
    {
        var page = await OpenAsync("/projects/cars/settings");
        await page.Locator("#project-name").FillAsync("Car Finance Finder");
        await page.VisitAsync("/");
        var draft = new ProjectDraft(null, "Cars", "finance", "en", [new CaptureField("price", "price")], null);
        await _loop.Get<ProjectEditing>().SaveSettingsAsync(_loop.Project.Id, _loop.Project.Revision, draft, Loop.Admin);

        await page.VisitAsync("/projects/cars/settings");

        await Expect(page.Locator("#project-name")).ToHaveValueAsync("Car Finance Finder");
        await page.Locator(".notice.warning").WaitForAsync();
    }

    [SkippableFact]
    public async Task Detection_HalfChangedWhenThePageIsLeft_IsThereAgainUntilItIsPutBack()
    {
        var page = await OpenAsync("/projects/cars/detection");
        await page.Locator("#threshold-Detection-SuccessThreshold").FillAsync("65");
        await page.Locator("[name='mute:tone:']").SelectOptionAsync("7");
        await page.Locator("#mute-why").FillAsync("A new agent");
        await page.VisitAsync("/");

        await page.VisitAsync("/projects/cars/detection");

        await Expect(page.Locator("#threshold-Detection-SuccessThreshold")).ToHaveValueAsync("65");
        await Expect(page.Locator("[name='mute:tone:']")).ToHaveValueAsync("7");
        await Expect(page.Locator("#mute-why")).ToHaveValueAsync("A new agent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo my changes" }).ClickAsync();
        await Expect(page.Locator("#threshold-Detection-SuccessThreshold")).ToHaveValueAsync("");
        await page.VisitAgainAsync();
        await Expect(page.Locator("#threshold-Detection-SuccessThreshold")).ToHaveValueAsync("");
    }

    [SkippableFact]
    public async Task Instructions_ThrownAway_ComeBackWithTheirWhy()
    {
        var page = await OpenAsync("/projects/cars/instructions?edit=true");
        await page.Locator("#instructions-edit").FillAsync("Be brief.");
        await page.Locator("#instructions-why").FillAsync("Callers hang up");
        await page.VisitAgainAsync();
        await Expect(page.Locator("#instructions-why")).ToHaveValueAsync("Callers hang up");

        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.Locator("#instructions-edit")).ToHaveCountAsync(0);
        await UndoAsync(page);

        await Expect(page.Locator("#instructions-edit")).ToHaveValueAsync("Be brief.");
        await Expect(page.Locator("#instructions-why")).ToHaveValueAsync("Callers hang up");
    }

    [SkippableFact]
    public async Task Settings_LeftByALink_AreKeptAndSayThatAnotherChangedThem()
    {
        var page = await OpenAsync(Links.SettingsDetection);
        await page.Locator("#Detection-MissingThreshold-value").FillAsync("20");
        await page.Locator(".rail-entry").First.ClickAsync();
        await Expect(page.Locator(".toast p")).ToContainTextAsync("Not saved, and kept for when you come back");
        await _loop.Get<SettingsEditing>().SaveAsync([new("Detection:MissingThreshold", "0.4", null)], new Actor("bob"));

        await page.VisitAsync(Links.SettingsDetection);

        await Expect(page.Locator("#Detection-MissingThreshold-value")).ToHaveValueAsync("20");
        await Expect(page.Locator("#Detection-MissingThreshold")).ToContainTextAsync("Changed meanwhile by bob");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.Locator("#Detection-MissingThreshold-value")).ToHaveValueAsync("40");
        await UndoAsync(page);
        await Expect(page.Locator("#Detection-MissingThreshold-value")).ToHaveValueAsync("20");
    }

    [SkippableFact]
    public async Task Draft_OfOnePerson_IsNotShownToTheNextAtTheSameBrowser()
    {
        var page = await OpenAsync(Links.NewProject);
        await page.Locator("#project-name").FillAsync("Secret plans");
        await page.VisitAgainAsync();
        await Expect(page.Locator("#project-name")).ToHaveValueAsync("Secret plans");

        await page.Context.SignInAsync(_loop.Host, await _loop.Host.AddPersonAsync(Roles.Admin));
        await page.VisitAgainAsync();

        await Expect(page.Locator("#project-name")).ToHaveValueAsync("");
        await Expect(page.Locator(".notice")).ToHaveCountAsync(0);
    }

    private static Task UndoAsync(IPage page) =>
        page.Locator(".toast").Last.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

    private async Task<IPage> OpenAsync(string address)
    {
        var context = await chromium.NewContextAsync(_loop.Host, Roles.Admin);
        var page = await context.NewPageAsync();
        await page.VisitAsync(address);
        return page;
    }
}
