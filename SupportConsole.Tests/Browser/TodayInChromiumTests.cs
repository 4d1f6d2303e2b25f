using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class TodayInChromiumTests(ChromiumFixture chromium)
{
    [SkippableFact]
    public async Task Today_Opened_ShowsItselfWithoutErrors()
    {
        await using var host = new ConsoleHost();
        await using var context = await chromium.NewContextAsync(host, Roles.Admin);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };

        await page.VisitAsync("/");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();

        (await page.TitleAsync()).ShouldBe("Today · SupportConsole");
        errors.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Digit_Pressed_OpensTheCardThatStoodThere()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(1, captured: 1);
        var ids = await Desk.AddCardsAsync(loop, 90, 50);
        var page = await OpenAsync(loop);
        await page.Locator("[data-card-key='1']").EvaluateAsync("(line, seen) => { line.dataset.cardId = seen; }", $"{ids[1]}");

        await page.Keyboard.PressAsync("1");

        await Assertions.Expect(page).ToHaveURLAsync($"{loop.Host.Address}suggestions?card={ids[1]}");
    }

    [SkippableFact]
    public async Task CallsToday_InARunningQuarter_EndWhereLastWeeksDo()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(1, captured: 1);
        loop.Clock.Advance(TimeSpan.FromMinutes(20));
        await loop.CallsAsync(1, captured: 1);

        var page = await OpenAsync(loop);

        var part = page.GetByRole(AriaRole.Region, new() { Name = "Calls today" });
        await Assertions.Expect(part).ToContainTextAsync("until 10:15"); // Amsterdam
        await Assertions.Expect(part.Locator(".figure")).ToHaveTextAsync("1");
    }

    [SkippableFact]
    public async Task Today_OfStaff_SaysThatTheirPagesComeAndLeadsToTheirAccount()
    {
        await using var host = new ConsoleHost();
        await using var context = await chromium.NewContextAsync(host, Roles.Staff);
        var page = await context.NewPageAsync();
        await page.VisitAsync("/");

        await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("their pages come later");
        await page.Locator(".state a").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync("/settings/me");
    }

    private async Task<IPage> OpenAsync(Loop loop)
    {
        var context = await chromium.NewContextAsync(loop.Host, Roles.Admin);
        var page = await context.NewPageAsync();
        await page.VisitAsync("/");
        return page;
    }
}
