using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Workspace;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class SettingsInChromiumTests(ChromiumFixture chromium)
{
    private const string Missing = "A field is missing too often over";

    [SkippableFact]
    public async Task Threshold_LoweredOnScreen_MakesACardAndUndoTakesItBack()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(100, captured: 80);
        (await loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
        var page = await OpenAsync(loop.Host, Links.SettingsDetection);

        await Field(page, Missing).FillAsync("10");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText($"{Missing}: 30 % → 10 %").WaitForAsync();
        await Assertions.Expect(page.Locator("#Detection-MissingThreshold")).ToContainTextAsync("Set here by admin");
        await loop.CallsAsync(1, captured: 0);
        await loop.OpenCardAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Settings" }).FocusAsync();
        await page.Keyboard.PressAsync("u");

        await Assertions.Expect(Field(page, Missing)).ToHaveValueAsync("30");
        await Assertions.Expect(page.Locator("#Detection-MissingThreshold")).ToContainTextAsync("From appsettings.json");
        loop.Get<IOptionsMonitor<DetectionOptions>>().CurrentValue.MissingThreshold.ShouldBe(0.3);
    }

    [SkippableFact]
    public async Task BadValue_Typed_IsNamedBesideItsFieldAndNothingIsSaved()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, Links.SettingsDetection);

        await Field(page, "Calls looked at").FillAsync("10");
        await Field(page, Missing).FillAsync("150");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(Field(page, Missing)).ToBeFocusedAsync();
        await Assertions.Expect(Field(page, Missing)).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#Detection-MissingThreshold .fault")).ToHaveTextAsync($"{Missing}: this must be from 1 to 99 %.");
        host.Get<IOptionsMonitor<DetectionOptions>>().CurrentValue.WindowDays.ShouldBe(30);
        await page.ShouldBeAccessibleAsync();
    }

    [SkippableFact]
    public async Task Change_OfAnotherAdmin_ShowsAtOnceAndIsNotOverwritten()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, Links.SettingsDetection);
        await Field(page, Missing).FillAsync("20");
        await page.GetByText("1 change not saved yet").WaitForAsync();

        await host.Get<SettingsEditing>().SaveAsync([new("Detection:MissingThreshold", "0.4", null), new("Detection:WindowDays", "12", null)], new Actor("bob"));
        await Assertions.Expect(Field(page, "Calls looked at")).ToHaveValueAsync("12");
        await Assertions.Expect(page.Locator("#Detection-MissingThreshold")).ToContainTextAsync("Changed meanwhile by bob: now 40 %.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await page.GetByText("Not saved: somebody else changed this meanwhile.").WaitForAsync();
        host.Get<IOptionsMonitor<DetectionOptions>>().CurrentValue.MissingThreshold.ShouldBe(0.4);
        await Assertions.Expect(Field(page, Missing)).ToHaveValueAsync("20"); // what was typed is kept
    }

    [SkippableFact]
    public async Task Workspace_InDutch_TakesAZoneAndANameThatShowInTheFrame()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, Links.SettingsWorkspace, new() { Locale = "nl-NL" });

        await Field(page, "Naam van de werkruimte").FillAsync("Noordenwind <b>hulp</b>");
        await Field(page, "Tijdzone").FillAsync("Asia/Tokyo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();

        await page.GetByText("2 instellingen opgeslagen").WaitForAsync();
        await Assertions.Expect(page.Locator(".rail-workspace")).ToHaveTextAsync("Noordenwind <b>hulp</b>");
        host.Get<IOptionsMonitor<WorkspaceOptions>>().CurrentValue.TimeZone.ShouldBe("Asia/Tokyo");
    }

    [SkippableFact]
    public async Task Name_OfOneLongWord_StaysInItsToast()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, Links.SettingsWorkspace);

        await Field(page, "Name of the workspace").FillAsync(new string('x', 100));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await page.Locator(".toast p").WaitForAsync();
        (await page.Locator(".toast p").EvaluateAsync<int>("text => text.scrollWidth - text.clientWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    [SkippableFact]
    public async Task Percentage_TypedWithAComma_IsReadAsOne()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, Links.SettingsDetection, new() { Locale = "nl-NL" });

        await Field(page, "Een veld ontbreekt te vaak boven").FillAsync("12,5 %");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("Een veld ontbreekt te vaak boven: 30 % → 12,5 %").WaitForAsync();
        host.Get<IOptionsMonitor<DetectionOptions>>().CurrentValue.MissingThreshold.ShouldBe(0.125);
    }

    [SkippableFact]
    public async Task Setting_SoughtInThePalette_IsFoundByItsName()
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, Links.Today);

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("expires");
        await page.GetByRole(AriaRole.Option, new() { Name = "An open card expires after" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/settings/detection#Suggestions-ExpireAfterDays$"));
        await Assertions.Expect(page.Locator("#Suggestions-ExpireAfterDays")).ToBeInViewportAsync();
    }

    [SkippableTheory]
    [InlineData(Links.SettingsWorkspace, ColorScheme.Light)]
    [InlineData(Links.SettingsWorkspace, ColorScheme.Dark)]
    [InlineData(Links.SettingsDetection, ColorScheme.Light)]
    [InlineData(Links.SettingsDetection, ColorScheme.Dark)]
    public async Task Page_InBothThemes_IsAccessible(string link, ColorScheme theme)
    {
        await using var host = new ConsoleHost();
        var page = await OpenAsync(host, link, new() { ColorScheme = theme });
        await page.Locator(".setting").First.WaitForAsync();

        await page.ShouldBeAccessibleAsync();
    }

    // Exactly: the button that takes a setting back names it too.
    private static ILocator Field(IPage page, string name) => page.GetByLabel(name, new() { Exact = true });

    private async Task<IPage> OpenAsync(ConsoleHost host, string link, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.NewContextAsync(host, Roles.Admin, options);
        var page = await context.NewPageAsync();
        await page.VisitAsync(link);
        return page;
    }
}
