using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Settings;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class AuditInChromiumTests(ChromiumFixture chromium)
{
    [SkippableFact]
    public async Task Filters_Chosen_StandInTheAddressAndInTheExport()
    {
        await using var host = new ConsoleHost();
        await WriteAsync(host, "anna@example.com", "project.paused", new { Name = "<script>alert(1)</script>" });
        await WriteAsync(host, "bob@example.com", "person.role", new { From = "Staff", To = "Manager" });
        var page = await OpenAsync(host, Links.SettingsAudit);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("Staff → Manager");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("<script>alert(1)</script>");

        await page.GetByLabel("What", new() { Exact = true }).SelectOptionAsync("project.paused");
        await page.GetByLabel("Who", new() { Exact = true }).FillAsync("anna@example.com");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/settings/audit\?who=anna(@|%40)example\.com&action=project\.paused$"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());
        (await File.ReadAllLinesAsync(await file.PathAsync())).Length.ShouldBe(2);

        await page.GetByLabel("Who", new() { Exact = true }).FillAsync("nobody");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show everything" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("Staff → Manager");
    }

    [SkippableFact]
    public async Task NewEntry_WhileSomebodyReads_WaitsBehindAPill()
    {
        await using var host = new ConsoleHost();
        await WriteAsync(host, "anna@example.com", "project.paused", new { });
        var page = await OpenAsync(host, Links.SettingsAudit);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("anna@example.com");

        await host.Get<SettingsEditing>().SaveAsync([new("Detection:WindowDays", "10", null)], new Actor("bob@example.com"));

        await page.GetByRole(AriaRole.Button, new() { Name = "1 new" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("30 days → 10 days");
    }

    [SkippableFact]
    public async Task Pages_OlderAndNewest_LeadThroughAll()
    {
        await using var host = new ConsoleHost();
        for (var i = 0; i < 51; i++)
            await WriteAsync(host, "anna@example.com", "project.paused", new { Name = $"number {i}." });
        var page = await OpenAsync(host, $"{Links.SettingsAudit}?who=anna@example.com");

        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("number 0.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Newest" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Page_InBothThemes_IsAccessible(ColorScheme theme, int width)
    {
        await using var host = new ConsoleHost();
        await WriteAsync(host, "anna@example.com", "instructions.saved", new { Version = 2, Why = new string('x', 300) });
        var page = await OpenAsync(host, Links.SettingsAudit, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 844 } });
        await page.Locator("summary").ClickAsync();

        await page.ShouldBeAccessibleAsync();
    }

    private static Task WriteAsync(ConsoleHost host, string who, string action, object detail) =>
        host.Get<WriteGate>().WriteAsync(db =>
        {
            db.Audit(new Actor(who), action, action.Split('.')[0], 1, detail);
            db.Announce(LiveTopic.Project, 1);
            return Task.CompletedTask;
        });

    // A manager reads it: that an admin may is the smaller question.
    private async Task<IPage> OpenAsync(ConsoleHost host, string link, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.NewContextAsync(host, Roles.Manager, options);
        var page = await context.NewPageAsync();
        await page.VisitAsync(link);
        return page;
    }
}
