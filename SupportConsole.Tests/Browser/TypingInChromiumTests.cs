using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class TypingInChromiumTests(ChromiumFixture chromium)
{
    /// <summary>Slower than a letter's way to the console and back is long, so that answers come between letters.</summary>
    private const int BetweenLetters = 90;

    [SkippableTheory]
    [InlineData(Links.SettingsWorkspace, "#Workspace-Name-value")]
    [InlineData(Links.SettingsWorkspace, "#Workspace-TimeZone-value")]
    [InlineData(Links.Projects, "input[type=search]")]
    public async Task Field_OverASlowLine_KeepsEveryLetter(string link, string field)
    {
        await using var host = new ConsoleHost();
        var context = await chromium.NewContextAsync(host, Roles.Admin);
        var page = await context.NewPageAsync();
        await page.SlowDownAsync();
        await page.VisitAsync(link);

        await page.Locator(field).FillAsync("");
        await page.Locator(field).PressSequentiallyAsync("Noordenwind helpt", new() { Delay = BetweenLetters });

        await Expect(page.Locator(field)).ToHaveValueAsync("Noordenwind helpt");
    }

    [SkippableFact]
    public async Task Comment_OverASlowLine_KeepsEveryLetter()
    {
        await using var loop = await Loop.StartAsync();
        await Desk.AddCardsAsync(loop, 90);
        var desk = await Desk.OpenAsync(chromium, loop);
        await desk.Page.SlowDownAsync();
        await desk.ReloadAsync();

        await desk.PressAsync("r");
        await desk.Page.Locator("#reject-comment").PressSequentiallyAsync("The agent does ask", new() { Delay = BetweenLetters });

        await Expect(desk.Page.Locator("#reject-comment")).ToHaveValueAsync("The agent does ask");
    }
}
