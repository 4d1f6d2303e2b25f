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

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();

        (await page.TitleAsync()).ShouldBe("Today · SupportConsole");
        errors.ShouldBeEmpty();
    }
}
