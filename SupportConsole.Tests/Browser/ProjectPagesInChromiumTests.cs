using System.Net;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class ProjectPagesInChromiumTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task Overview_WithCallsOnTwoVersions_MarksThemInTheChartAndHasItsTable()
    {
        await _loop.CallsAsync(12, captured: 12);
        _loop.Clock.Advance(TimeSpan.FromDays(6));
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, "Be brief.", "Shorter", Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromDays(1));
        await _loop.CallsAsync(3, captured: 3);
        var page = await OpenAsync("/projects/cars");

        await page.Locator("plotly-chart[data-drawn]").First.WaitForAsync();
        await Expect(page.Locator("plotly-chart .annotation-text").First).ToHaveTextAsync("v1");
        (await page.Locator("plotly-chart").First.Locator(".annotation-text").AllTextContentsAsync()).ShouldBe(["v1", "v2"]);
        await Expect(page.Locator(".served li")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("table.*Completed calls by day", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();

        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Completed calls by day" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(30);
        await Expect(rows.Last).ToContainTextAsync("100");
    }

    [SkippableFact]
    public async Task Overview_WhileCallsComeIn_FollowsWithoutAReload()
    {
        await _loop.CallsAsync(2, captured: 2);
        var page = await OpenAsync("/projects/cars");
        await Expect(page.Locator(".tile").First).ToContainTextAsync("2 of 2");

        await _loop.CallsAsync(1, captured: 1);

        await Expect(page.Locator(".tile").First).ToContainTextAsync("3 of 3");
    }

    [SkippableFact]
    public async Task Overview_WithAnOpenCard_AcceptsItInPlace()
    {
        await _loop.CallsAsync(40, captured: 12);
        var page = await OpenAsync("/projects/cars");

        await Expect(page.Locator(".open-card ins, .open-card .added").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept and apply" }).ClickAsync();

        await Expect(page.Locator(".toast p").Last).ToContainTextAsync("Applied as version 2");
        await Expect(page.Locator(".open-card")).ToContainTextAsync("Accepted: applied as version 2 and being measured");
        await Expect(page.Locator(".open-card button")).ToHaveCountAsync(0);
        await page.Mouse.MoveAsync(1, 1);
        await Expect(page.Locator(".open-card")).ToHaveCountAsync(0);
        await Expect(page.Locator(".served")).ToContainTextAsync("card 1");
    }

    [SkippableFact]
    public async Task Overview_ABetterCardComes_MovesNothingUntilThePillIsPressed()
    {
        var first = (await Desk.AddCardsAsync(_loop, 50))[0];
        var page = await OpenAsync("/projects/cars");
        await Expect(page.Locator(".open-card")).ToHaveCountAsync(1);

        var better = (await Desk.AddCardsAsync(_loop, 90))[0];
        await page.GetByRole(AriaRole.Button, new() { Name = "1 new" }).WaitForAsync();
        (await page.Locator(".open-card").First.GetAttributeAsync("data-card-id")).ShouldBe($"{first}");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 new" }).ClickAsync();

        await Expect(page.Locator(".open-card").First).ToHaveAttributeAsync("data-card-id", $"{better}");
        await Expect(page.Locator(".open-card")).ToHaveCountAsync(2);
    }

    [SkippableFact]
    public async Task Overview_CardChangedSinceItWasSeen_IsNotAccepted()
    {
        var card = (await Desk.AddCardsAsync(_loop, 50))[0];
        var page = await OpenAsync("/projects/cars");
        await page.Locator(".open-card").EvaluateAsync("card => { card.dataset.revision = '0'; }");

        await page.GetByRole(AriaRole.Button, new() { Name = "Accept and apply" }).ClickAsync();

        await Expect(page.Locator(".open-card [role=status]")).ToContainTextAsync("Nothing was done");
        (await _loop.CardAsync(card)).Card.Status.ShouldBe(SuggestionStatus.Pending);
    }

    [SkippableFact]
    public async Task Calls_ComingInWhileSomebodyReads_WaitBehindThePill()
    {
        await _loop.CallsAsync(2, captured: 2);
        var page = await OpenAsync("/projects/cars/calls");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        var first = await page.Locator("tbody tr a").First.GetAttributeAsync("href");

        _loop.Clock.Advance(TimeSpan.FromMinutes(1));
        await _loop.CallsAsync(1, captured: 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "1 new" }).WaitForAsync();
        (await page.Locator("tbody tr a").First.GetAttributeAsync("href")).ShouldBe(first);
        await page.GetByRole(AriaRole.Button, new() { Name = "1 new" }).ClickAsync();

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
    }

    [SkippableFact]
    public async Task List_ByKeyboard_OpensTheProjectThatIsChosen()
    {
        await _loop.Get<ProjectEditing>().CreateAsync(new ProjectDraft("boiler", "Boiler Cover", null, "en", null, null), Loop.Admin);
        await _loop.CallsAsync(5, captured: 5);
        var page = await OpenAsync("/projects");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("tbody tr").Last).ToContainTextAsync("5 of 5 calls");

        await page.Locator("body").PressAsync("j");
        await Expect(page.Locator("tr[data-selected]")).ToContainTextAsync("Car Finance Checker");
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.TypeAsync("boil");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        page.Url.ShouldEndWith("/projects?q=boil");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/projects/boiler$"));
    }

    [SkippableFact]
    public async Task Call_GivenUp_SaysWhyAndIsTriedAgainByAnAdmin()
    {
        await _loop.CallsAsync(1, captured: 0);
        await using (var db = await _loop.ContextAsync())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                db.Database, """UPDATE "Calls" SET "ProcessedAt" = NULL, "GaveUpAt" = "ReceivedAt", "Attempts" = 5, "Fault" = 'No <b>room</b>'""");
        var page = await OpenAsync("/calls/1");
        await Expect(page.Locator(".notice.bad")).ToContainTextAsync("No <b>room</b>");

        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.Locator(".notice.bad")).ToHaveCountAsync(0);
        await Expect(page.Locator("dl").Last).ToContainTextAsync("processed");
    }

    [SkippableFact]
    public async Task Call_OpenedFromACard_LeadsToItsOtherSamplesAndBack()
    {
        await _loop.CallsAsync(40, captured: 12);
        var card = await _loop.CardAsync((await _loop.OpenCardAsync()).Id);
        var samples = card.Card.Evidence.SampleCalls;
        var page = await OpenAsync($"/suggestions?card={card.Card.Id}");
        await page.Locator(".samples a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync($"/calls/{samples[0]}?card={card.Card.Id}");
        await Expect(page.Locator(".conversation .customer.holds")).ToContainTextAsync("price: said here, not captured");

        await page.Keyboard.PressAsync("j");
        await Expect(page).ToHaveURLAsync($"/calls/{samples[1]}?card={card.Card.Id}");
        await Expect(page.GetByText($"sample 2 of {samples.Count}")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page).ToHaveURLAsync($"/calls/{samples[0]}?card={card.Card.Id}");
        await page.Keyboard.PressAsync("Escape");

        await Expect(page).ToHaveURLAsync($"/suggestions?card={card.Card.Id}");
    }

    [SkippableFact]
    public async Task Search_ByTheIdOfACall_FindsIt()
    {
        await _loop.CallsAsync(2, captured: 2);
        var page = await OpenAsync("/projects");
        await page.Locator("#search").FillAsync("call-");
        await Expect(page.Locator(".options-none")).ToContainTextAsync("calls by their whole id");

        await page.Locator("#search").FillAsync("call-1");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Call of" }).HoverAsync();
        await page.Mouse.DownAsync();
        await Expect(page.Locator("#search")).ToBeFocusedAsync(); // A finger is slower than the list, which goes when the field is left.
        await page.Mouse.UpAsync();

        await Expect(page).ToHaveURLAsync("/calls/2");
    }

    [SkippableFact]
    public async Task Manager_ReadsAlong_WithoutEditingAndWithPersonalDataHidden()
    {
        await _loop.Get<CallIntake>().RecordAsync("test", new CallEnded(
            "c", "cars", null, "customer-4711", CallStatus.Completed, null, CallEnding.Agent, _loop.Clock.GetUtcNow(), 30, new() { ["price"] = "200" },
            [new CallEnded.Line(Speaker.Customer, "<script>alert(1)</script> jan@example.org", 0)]));
        await _loop.ProcessAsync();
        var page = await OpenAsync("/calls/1", Roles.Manager);

        await Expect(page.Locator(".conversation")).ToContainTextAsync("<script>alert(1)</script> •••@•••");
        (await page.ContentAsync()).ShouldNotContain("customer-4711");
        await page.VisitAsync("/projects/cars/instructions?edit=true");
        await Expect(page.Locator("#instructions-title")).ToHaveTextAsync("Version 1, in force");
        await Expect(page.Locator("textarea")).ToHaveCountAsync(0);
        await page.VisitAsync("/projects/cars/settings");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeDisabledAsync();
    }

    [Theory]
    [InlineData("/projects")]
    [InlineData("/projects/new")]
    [InlineData("/projects/cars")]
    [InlineData("/calls/1")]
    public async Task Staff_AtAnyOfThesePages_IsRefused(string address)
    {
        using var client = await _loop.Host.ClientAsync(Roles.Staff);

        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_InThisTheme_AreAccessible(ColorScheme theme)
    {
        await _loop.CallsAsync(40, captured: 12);
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, Loop.Instructions.Replace("hello", "good morning"), "Politer", Loop.Admin);
        var page = await OpenAsync("/projects", theme: theme);
        foreach (var address in new[]
        {
            "/projects", "/projects?view=archived", "/projects/new", "/projects/cars", "/projects/cars/instructions", "/projects/cars/instructions?edit=true",
            "/projects/cars/instructions?from=1&to=2", "/projects/cars/calls", "/projects/cars/detection", "/projects/cars/settings", "/calls/1", "/calls/999", "/projects/nobody",
        })
        {
            await page.VisitAsync(address);
            await Expect(page.Locator(".waiting")).ToHaveCountAsync(0);
            await page.ShouldBeAccessibleAsync();
        }
    }

    [SkippableFact]
    public async Task Detection_OnAPhone_HidesNoChoiceBesideTheScreen()
    {
        var page = await OpenAsync("/projects/cars/detection");
        await page.SetViewportSizeAsync(390, 844);

        var row = page.Locator("[data-detector=missing_data]");
        var (threshold, first, last) = (await BoxAsync(row.Locator("input")), await BoxAsync(row.Locator("select").First), await BoxAsync(row.Locator("select").Last));
        var next = await BoxAsync(page.Locator("[data-detector=missing_data] + tr"));

        (first.X + first.Width).ShouldBeLessThanOrEqualTo(390);
        (threshold.Y + threshold.Height).ShouldBeLessThanOrEqualTo(first.Y);
        (last.Y + last.Height).ShouldBeLessThanOrEqualTo(next.Y);
        (await page.Locator(".table-scroll").EvaluateAllAsync<int[]>("parts => parts.map(part => part.scrollWidth - part.clientWidth)")).ShouldAllBe(over => over <= 0);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator part) => (await part.BoundingBoxAsync())!;

    private async Task<IPage> OpenAsync(string address, string role = Roles.Admin, ColorScheme theme = ColorScheme.Light)
    {
        var context = await chromium.NewContextAsync(_loop.Host, role, new() { ColorScheme = theme });
        var page = await context.NewPageAsync();
        await page.VisitAsync(address);
        return page;
    }
}
