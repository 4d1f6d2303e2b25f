using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class FrameInChromiumTests(ChromiumFixture chromium)
{
    [SkippableFact]
    public async Task Palette_ByKeyboardAlone_ChoosesATheme()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host);
        await page.Locator(".rail-entry").First.FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Option, new() { Name = "Theme: Dark" }).WaitForAsync();
        await page.Keyboard.TypeAsync("theme dark");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page.Locator("#palette")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".rail-entry").First).ToBeFocusedAsync();
        await page.VisitAgainAsync();
        (await page.Locator("html").GetAttributeAsync("data-theme")).ShouldBe("dark");
    }

    [SkippableFact]
    public async Task QuestionMark_Pressed_ListsTheKeysAndRestsWhileTyping()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host);

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#shortcut-sheet")).ToContainTextAsync("Today");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("?");

        await Assertions.Expect(page.Locator("#shortcut-sheet")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#search")).ToHaveValueAsync("?");
    }

    [SkippableFact]
    public async Task QuestionMark_OnAList_ShowsEachActionOnceWithItsKeysAsTheyStandOnAKeyboard()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host);
        await page.VisitAsync("/suggestions");

        await page.Keyboard.PressAsync("?");

        var next = page.Locator("#shortcut-sheet .shortcut").Filter(new() { HasText = "Next card" });
        await Assertions.Expect(next).ToHaveCountAsync(1);
        (await next.Locator("kbd").AllTextContentsAsync()).ShouldBe(["J", "↓"]);
        (await page.Locator("#shortcut-sheet kbd").AllTextContentsAsync()).ShouldContain("Esc");
    }

    [SkippableTheory]
    [InlineData(Links.Health, "[data-job]")]
    [InlineData(Links.SettingsKeys, "section tbody tr")]
    public async Task Table_OnAPhone_IsCardsThatNothingIsCutOff(string link, string row)
    {
        await using var host = new ConsoleHost { Settings = { ["Jobs:Enabled"] = "true" } };
        await host.Get<Webhooks>().AddAsync("phone-system", WebhookKind.CallEnded, Actor.System);
        var page = await OpenAsync(host, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync(link);
        await page.Locator(row).First.WaitForAsync();

        (await page.Locator("main, .table-scroll").EvaluateAllAsync<int[]>("parts => parts.map(part => part.scrollWidth - part.clientWidth)")).ShouldAllBe(over => over <= 0);
        var button = (await page.Locator(row).First.Locator("button").First.BoundingBoxAsync())!;
        (button.X + button.Width).ShouldBeLessThanOrEqualTo(390);
    }

    [SkippableFact]
    public async Task Drawer_OnAPhone_OpensAndClosesByKeyboard()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await Assertions.Expect(page.Locator("#rail")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Open the menu" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#rail")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Frame_AroundALongPage_StaysWhereItIs()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host);

        await page.EvaluateAsync("() => document.querySelector('main').append(Object.assign(document.createElement('div'), { style: 'height: 5000px' }))");

        await Assertions.Expect(page.Locator(".rail-foot")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [SkippableFact]
    public async Task Language_Chosen_HoldsForTheFrameAndThePage()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host);

        await page.Locator(".person").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Nederlands" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Vandaag", Exact = true }).WaitForAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "nl");
    }

    [SkippableFact]
    public async Task Address_OfNothing_AnswersWithAPageAnd404()
    {
        await using var host = new ConsoleHost();
        await using var context = await chromium.NewContextAsync(host, Roles.Admin);
        var page = await context.NewPageAsync();

        var answer = await page.GotoAsync("/no-such-page");

        answer!.Status.ShouldBe(404);
        await page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing at this address" }).WaitForAsync();
    }

    [SkippableFact]
    public async Task Bell_ThatCannotRead_EndsNoPage()
    {
        await using var loop = await Loop.StartAsync();
        await using (var db = await loop.ContextAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Notifications RENAME TO Elsewhere");

        var page = await OpenAsync(loop.Host);

        await page.Locator("[popovertarget=bell-menu]").ClickAsync();
        await Assertions.Expect(page.Locator("#bell-menu")).ToContainTextAsync("Try again");
        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Link, new() { Name = "Projects", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Projects", Exact = true }).WaitForAsync();
    }

    [SkippableFact]
    public async Task Taste_ChosenInTheMenu_IsTheAccountsAndLeavesThisBrowserAtSignOut()
    {
        await using var host = new ConsoleHost();
        var person = await host.AddPersonAsync(Roles.Admin);
        await using var context = await chromium.NewContextAsync(host);
        await context.SignInAsync(host, person);
        var page = await context.NewPageAsync();
        await page.VisitAsync("/");
        await page.Locator(".person").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Nederlands" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Vandaag", Exact = true }).WaitForAsync();

        await using var other = await chromium.NewContextAsync(host);
        await other.SignInAsync(host, person);
        var there = await other.NewPageAsync();
        await there.VisitAsync("/");
        await Assertions.Expect(there.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(there.Locator("html")).ToHaveAttributeAsync("lang", "nl");

        await page.AnswersAsync();
        await page.Locator(".person").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/login"));
        (await context.CookiesAsync()).Select(cookie => cookie.Name).ShouldNotContain("theme");
        (await context.CookiesAsync()).Select(cookie => cookie.Name).ShouldNotContain("language");
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Frame_InBothThemes_IsAccessible(ColorScheme theme)
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, new() { ColorScheme = theme });

        await page.ShouldBeAccessibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.ShouldBeAccessibleAsync();
    }

    private async Task<IPage> OpenAsync(ConsoleHost host, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.NewContextAsync(host, Roles.Admin, options);
        var page = await context.NewPageAsync();
        await page.VisitAsync("/");
        return page;
    }
}
