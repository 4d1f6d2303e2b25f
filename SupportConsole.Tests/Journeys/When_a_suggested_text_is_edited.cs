using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Journeys;

[Collection(ChromiumCollection.Name)]
public sealed class When_a_suggested_text_is_edited(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task The_next_card_suggests_it_and_undo_takes_it_back()
    {
        var page = await OpenAsync(Links.SettingsCatalogue);
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search the catalogue" }).FillAsync("repeat it back");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "A field: given but not confirmed back" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/settings/catalogue/missing\\.not_confirmed"));

        await Text(page).FillAsync("Say the {label} back, digit by digit, {naam}.");
        await Button(page, "Save").ClickAsync();
        await Expect(page.GetByText("nothing fills {naam} here.")).ToBeVisibleAsync();
        await Expect(Text(page)).ToBeFocusedAsync();
        await Text(page).FillAsync("Say the {label} back, digit by digit.");
        await Text(page).BlurAsync();
        await Expect(page.Locator(".preview ins, .preview .diff-line.added").Filter(new() { HasText = "Say the price back, digit by digit." }).First).ToBeVisibleAsync();
        await Button(page, "Save").ClickAsync();
        await page.GetByText("Saved; holds from the next check on").WaitForAsync();

        await _loop.CallsAsync(40, captured: 12);
        var card = await _loop.OpenCardAsync();
        await page.VisitAsync(Links.Suggestion(card.Id));
        await Expect(page.GetByText("Say the price back, digit by digit.").First).ToBeVisibleAsync();

        await page.VisitAsync(Links.CatalogueEntry("missing.not_confirmed"));
        await Button(page, "Back to the shipped text").ClickAsync();
        await page.GetByText("The shipped text holds again").WaitForAsync();
        await Expect(Text(page)).ToHaveValueAsync(new Regex("repeat it back"));
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
        await Expect(Text(page)).ToHaveValueAsync("Say the {label} back, digit by digit.");
    }

    [SkippableFact]
    public async Task An_entry_for_one_field_of_one_project_is_added_and_deleted()
    {
        var page = await OpenAsync(Links.SettingsCatalogue);
        await page.GetByText("Add an entry of your own").ClickAsync();
        await page.Locator("#add-cause").SelectOptionAsync("missing.not_confirmed");
        await page.Locator("#add-project").SelectOptionAsync("cars");
        await page.Locator("#add-field").FillAsync("price");
        await Button(page, "Write its text").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("missing\\.not_confirmed(:|%3A)price(@|%40)cars"));

        await Text(page).FillAsync("Spell the {label}.");
        await Button(page, "Add it").ClickAsync();
        await page.GetByText("Saved; holds from the next check on").WaitForAsync();
        await _loop.CallsAsync(40, captured: 12);
        (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card.Changes[0].Suggested.ShouldEndWith("Spell the price.");

        await Button(page, "Delete this entry").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/settings/catalogue$"));
        (await _loop.Get<CatalogueQueries>().ListAsync()).ShouldNotContain(row => row.Origin == CatalogueOrigin.Own);
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
        await page.GetByText("your own").First.WaitForAsync();
    }

    [SkippableFact]
    public async Task What_was_typed_survives_a_lost_page_and_another_admin()
    {
        var page = await OpenAsync(Links.CatalogueEntry("missing.not_confirmed"));
        await Text(page).FillAsync("Mine.");
        await Text(page).BlurAsync();
        await page.VisitAgainAsync();
        await Expect(Text(page)).ToHaveValueAsync("Mine.");

        var draft = CatalogueDraft.Of(_loop.Get<ChangeCatalogue>().Shipped("missing.not_confirmed")!);
        var theirs = draft with { Changes = [draft.Changes[0] with { Text = new("Theirs.", "Van hen.") }] };
        (await _loop.Get<CatalogueEditing>().SaveAsync(new("missing.not_confirmed"), theirs, 0, new Actor("bob"))).Outcome.ShouldBe(CatalogueOutcome.Done);

        await page.GetByText("bob saved this meanwhile.").WaitForAsync();
        await Expect(Text(page)).ToHaveValueAsync("Mine.");
        await Expect(Button(page, "Save")).ToBeDisabledAsync();
        await Button(page, "Keep mine, and save over it").ClickAsync();
        await Button(page, "Save").ClickAsync();
        await page.GetByText("Saved; holds from the next check on").WaitForAsync();
        _loop.Get<ChangeCatalogue>().For("missing.not_confirmed", "price", 1)!.Changes[0].Text.En.ShouldBe("Mine.");
    }

    [SkippableFact]
    public async Task A_manager_reads_along_and_the_palette_finds_the_entry()
    {
        var page = await OpenAsync(Links.Today, Roles.Manager);
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("repeat it back");
        await page.GetByRole(AriaRole.Option, new() { Name = "A field: given but not confirmed back" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex("/settings/catalogue/missing\\.not_confirmed"));
        await Expect(Text(page)).ToBeDisabledAsync();
        await Expect(Button(page, "Save")).ToHaveCountAsync(0);
        await page.VisitAsync(Links.SettingsCatalogue);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Missing data" }).WaitForAsync();
        await Expect(page.GetByText("Add an entry of your own")).ToHaveCountAsync(0);
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Both_pages_are_accessible(ColorScheme theme, int width)
    {
        await _loop.CallsAsync(40, captured: 12);
        await _loop.Decisions.RejectAsync((await _loop.OpenCardAsync()).Id, null, RejectReason.WrongWording, null, Loop.Admin);
        var page = await OpenAsync(Links.SettingsCatalogue, Roles.Admin, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 800 } });
        await page.GetByText("Add an entry of your own").ClickAsync();
        await page.GetByText("1 rejected: Wrong wording 1").WaitForAsync();
        await page.ShouldBeAccessibleAsync();

        await page.VisitAsync(Links.CatalogueEntry("missing.not_confirmed"));
        await page.Locator(".preview .diff-line").First.WaitForAsync();
        await Text(page).FillAsync("{naam}");
        await Text(page).BlurAsync();
        await Expect(page.Locator(".preview .diff-line")).ToHaveCountAsync(0); // What is drawn anew under the pointer takes no click.
        await Button(page, "Save").ClickAsync();
        await page.GetByText("nothing fills {naam} here.").WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    private static ILocator Text(IPage page) => page.Locator("[name='changes[0].text.en']");

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task<IPage> OpenAsync(string link, string role = Roles.Admin, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.NewContextAsync(_loop.Host, role, options);
        var page = await context.NewPageAsync();
        await page.VisitAsync(link);
        return page;
    }
}
