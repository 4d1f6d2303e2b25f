using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Journeys;

[Collection(ChromiumCollection.Name)]
public sealed class When_a_project_is_made_and_its_instructions_edited(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;
    private IBrowserContext _context = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync();
        _context = await chromium.NewContextAsync(_loop.Host, Roles.Admin);
        _page = await _context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
        await _loop.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_wrong_field_says_so_beside_it_and_the_right_ones_make_a_project()
    {
        await GoAsync("/projects");
        await _page.Keyboard.PressAsync("n");
        await _page.GetByLabel("Id optional").FillAsync("cars");
        await _page.GetByLabel("Key of field 1").FillAsync("Monthly Price");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Make the project" }).ClickAsync();

        await Expect(_page.Locator("#project-name-fault")).ToContainTextAsync("A name of 1 to 200 characters");
        await Expect(_page.Locator("#project-name")).ToBeFocusedAsync();
        await Expect(_page.Locator("#project-name")).ToBeInViewportAsync();
        await Expect(_page.Locator("form [role=alert]")).ToContainTextAsync("something above is missing or wrong");
        await Expect(_page.Locator(".capture .fault").First).ToContainTextAsync("Lower-case letters");

        await _page.GetByLabel("Name", new() { Exact = true }).FillAsync("Boiler <b>Cover</b>");
        await _page.GetByLabel("Key of field 1").FillAsync("monthly_price");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Make the project" }).ClickAsync();
        await Expect(_page.Locator("#project-id-fault")).ToContainTextAsync("Another project has this id");

        await _page.GetByLabel("Id optional").FillAsync("");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Make the project" }).ClickAsync();

        await Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Boiler <b>Cover</b>");
        await Expect(_page.Locator(".example")).ToContainTextAsync("\"project_id\": \"boiler-b-cover-b\"");
        await Expect(_page.Locator(".example")).ToContainTextAsync("\"monthly_price\"");
        (await _page.Locator("#content").EvaluateAsync<double>("page => page.scrollTop")).ShouldBe(0);
        (await _loop.Get<ProjectQueries>().GetAsync("boiler-b-cover-b"))!.CaptureFields.ShouldBe([new CaptureField("monthly_price", "monthly price")]);
    }

    [SkippableTheory]
    [InlineData("   ", "The agent would be left without instructions")]
    [InlineData("## Price\nAsk.\n\n## price\nAsk again.", "The section “Price” is there twice")]
    public async Task Instructions_that_cannot_be_saved_say_what_is_wrong_with_them(string text, string says)
    {
        await GoAsync("/projects/cars/instructions?edit=true");
        await _page.Locator("#instructions-edit").FillAsync(text);
        await _page.Locator("#instructions-why").FillAsync("why");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Save as version 2" }).ClickAsync();

        await Expect(_page.Locator("#instructions-fault")).ToContainTextAsync(says);
        await Expect(_page.Locator("#instructions-fault")).Not.ToContainTextAsync("characters");
        (await _loop.Get<ProjectQueries>().GetAsync("cars"))!.CurrentVersion.ShouldBe(1);
    }

    /// <summary>Two people at one text: neither's words may go missing, and neither's may be overwritten unseen.</summary>
    [SkippableFact]
    public async Task Somebody_saves_meanwhile_and_both_changes_end_up_in_the_next_version()
    {
        await GoAsync("/projects/cars");
        await _page.Keyboard.PressAsync("e");
        var text = _page.GetByLabel("Instructions", new() { Exact = true });
        await text.FillAsync(Loop.Instructions.Replace("Say hello.", "Say good morning."));
        await _page.GetByLabel("Why this change").FillAsync("Politer");

        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(
            _loop.Project.Id, 1, Loop.Instructions.Replace("Be friendly.", "Be brief."), "Calls take long", Loop.Admin);

        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Version 2 was saved by test while you were editing");
        await Expect(text).ToHaveValueAsync(Loop.Instructions.Replace("Say hello.", "Say good morning."));
        await Expect(_page.GetByRole(AriaRole.Button, new() { Name = "Save as version" })).ToBeDisabledAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Put their change into my text" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Save as version 3" }).ClickAsync();

        await Expect(_page.Locator("#instructions-title")).ToHaveTextAsync("Version 3, in force");
        (await _loop.TextAsync()).ShouldBe(Loop.Instructions.Replace("Be friendly.", "Be brief.").Replace("Say hello.", "Say good morning."));
        await _page.Keyboard.PressAsync("u");
        await Expect(_page.Locator("#instructions-title")).ToHaveTextAsync("Version 4, in force");
        (await _loop.TextAsync()).ShouldBe(Loop.Instructions.Replace("Be friendly.", "Be brief."));
    }

    [SkippableFact]
    public async Task A_text_half_typed_outlives_the_page_also_when_a_version_came_between()
    {
        await GoAsync("/projects/cars/instructions?edit=true");
        var text = _page.GetByLabel("Instructions", new() { Exact = true });
        await text.FillAsync("Be friendly and quick.");
        await _page.VisitAsync("/projects");
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, Loop.Instructions + "\n## Closing\nSay goodbye.\n", "Closing", Loop.Admin);

        await GoAsync("/projects/cars/instructions?edit=true");

        await Expect(text).ToHaveValueAsync("Be friendly and quick.");
        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Version 2 was saved by test");
    }

    [SkippableFact]
    public async Task Any_two_versions_are_compared_by_choosing_them()
    {
        var editing = _loop.Get<ProjectEditing>();
        await editing.SaveInstructionsAsync(_loop.Project.Id, 1, Loop.Instructions.Replace("hello", "good morning"), "Politer", Loop.Admin);
        await editing.SaveInstructionsAsync(_loop.Project.Id, 2, Loop.Instructions.Replace("hello", "good evening"), "Later", Loop.Admin);
        await GoAsync("/projects/cars/instructions");

        await _page.GetByRole(AriaRole.Link, new() { Name = "Compare versions" }).ClickAsync();
        await Expect(_page.Locator(".diff ins")).ToHaveTextAsync("evening");
        await _page.Locator("#compare-from").SelectOptionAsync("1");

        await Expect(_page.Locator(".diff-name")).ToHaveTextAsync("v1 → v3");
        await Expect(_page.Locator(".diff del")).ToHaveTextAsync("hello");
        await Expect(_page.Locator(".diff ins")).ToHaveTextAsync("good evening");
        _page.Url.ShouldEndWith("/projects/cars/instructions?from=1&to=3");
        await _page.VisitAgainAsync();
        await Expect(_page.Locator(".diff-name")).ToHaveTextAsync("v1 → v3");
    }

    private async Task GoAsync(string address)
    {
        await _page.VisitAsync(address);
        await _page.Locator("main h1").WaitForAsync();
    }
}
