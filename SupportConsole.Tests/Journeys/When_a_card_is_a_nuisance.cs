using Microsoft.Playwright;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Journeys;

/// <summary>A project that lives well with what the workspace calls a problem: its admin tries other settings, sees what they would have found, and keeps them.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class When_a_card_is_a_nuisance(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync();
        await _loop.CallsAsync(40, captured: 20);
        await _loop.OpenCardAsync();
    }

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task A_threshold_of_its_own_is_previewed_saved_and_taken_back()
    {
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.Page.VisitAsync("/projects/cars/detection");
        var (page, strip) = (desk.Page, desk.Page.Locator("[data-problem]"));
        await Expect(strip).ToContainTextAsync("Price: given but not confirmed back");
        await Expect(strip).Not.ToContainTextAsync("no longer found");

        await page.GetByLabel("A field is missing too often over").FillAsync("80");

        await Expect(strip).ToContainTextAsync("no longer found");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(desk.Toasts).ToContainTextAsync("Detection saved");
        (await OpenAsync()).ShouldBe(0);

        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(strip).Not.ToContainTextAsync("no longer found");
        await Expect(page.GetByLabel("A field is missing too often over")).ToHaveValueAsync("");
        (await OpenAsync()).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Its_detector_is_muted_from_the_card_and_heard_again_from_the_project()
    {
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.PressAsync("r");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Stop looking for this here" }).ClickAsync();
        await Expect(desk.Toasts).ToContainTextAsync("No longer looked for in Car Finance Checker");
        (await OpenAsync()).ShouldBe(0);

        await desk.Page.VisitAsync("/projects/cars");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "1 detector is muted here" }).ClickAsync();
        await desk.Page.GetByLabel("Whether it looks here: Missing data: price").SelectOptionAsync("");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(desk.Toasts.Last).ToContainTextAsync("Detection saved");
        (await OpenAsync()).ShouldBe(1);
    }

    private async Task<int> OpenAsync() => (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.Count;
}
