using Microsoft.Playwright;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class TodayInChromiumTests(ChromiumFixture chromium)
{
    [SkippableFact]
    public async Task LookAgain_Clicked_AnswersOverTheCircuit()
    {
        await using var host = new ConsoleHost();
        await using var context = await chromium.NewContextAsync(host);
        var faults = new List<string>();
        context.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
        context.Response += (_, response) => { if (response.Status >= 400) faults.Add($"{response.Status} {response.Url}"); };
        var page = await context.NewPageAsync();

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();

        await page.GetByText("Looked 1 times").WaitForAsync();
        faults.ShouldBeEmpty();
    }
}
