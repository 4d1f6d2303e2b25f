using Microsoft.Playwright;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class SuggestionInboxInChromiumTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true };

    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task Phone_ListFirst_TheCardSlidesOverItAndBack()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        var desk = await Desk.OpenAsync(chromium, _loop, options: Phone);
        await Assertions.Expect(desk.Card).ToBeHiddenAsync();

        await desk.PressAsync("a");
        await desk.Items.Nth(1).TapAsync();
        await desk.ShouldSelectAsync(ids[1]);
        await Assertions.Expect(desk.Card).ToBeInViewportAsync();
        await desk.Page.Locator("[data-press=a]").TapAsync();
        await desk.ShouldToastAsync("Applied as version 2");
        await desk.Page.Locator(".thing-back").TapAsync();

        await Assertions.Expect(desk.Card).ToBeHiddenAsync();
        (await _loop.CardAsync(ids[0])).Card.Status.ShouldBe(SuggestionStatus.Pending);
        (await _loop.CardAsync(ids[1])).Card.Status.ShouldBe(SuggestionStatus.Applied);
        var (wide, shown) = (await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 390);
        wide.ShouldBeLessThanOrEqualTo(shown);
    }

    [SkippableFact]
    public async Task Toast_OfADecision_CoversNeitherItsCardNorTheActionsOfTheNext()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        var desk = await Desk.OpenAsync(chromium, _loop, options: new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await desk.ShouldSelectAsync(ids[0]);
        await desk.PressAsync("a");
        await desk.ShouldToastAsync("Applied as version 2");
        await desk.Page.Locator("[data-press=u]").WaitForAsync();
        (await IsCoveredAsync(desk, ".thing-body")).ShouldBeFalse();

        await desk.PressAsync("j");
        await desk.Page.Locator("[data-press=r]").WaitForAsync();

        (await IsCoveredAsync(desk, "[data-press=r]")).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Comment_BeingTypedWhenTheCircuitDies_IsThereAgainAndGoesAlong()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.PressAsync("r");
        var comment = desk.Page.Locator("#reject-comment");
        await comment.FillAsync("The agent does ask, 3 times");

        await desk.ReloadAsync();

        await Assertions.Expect(comment).ToHaveValueAsync("The agent does ask, 3 times");
        await comment.FocusAsync();
        await desk.PressAsync("3");
        await Assertions.Expect(comment).ToHaveValueAsync("The agent does ask, 3 times3");
        await desk.PressAsync("Backspace");
        await desk.PressAsync("Escape");
        await desk.PressAsync("2");
        await desk.ShouldToastAsync("Rejected: Wrong cause");
        (await _loop.CardAsync(ids[0])).Card.RejectComment.ShouldBe("The agent does ask, 3 times");
        (await DraftsAsync(desk)).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Comment_HalfWrittenAtSignOut_IsGone()
    {
        await Desk.AddCardsAsync(_loop, 90);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.PressAsync("r");
        await desk.Page.Locator("#reject-comment").FillAsync("about a customer");
        (await DraftsAsync(desk)).ShouldBe(1);

        await desk.Page.Locator(".person").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/login"));

        (await DraftsAsync(desk)).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Connection_Gone_ButtonsRestAndSayWhy()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);

        await desk.Page.EvaluateAsync("document.documentElement.dataset.connection = 'reconnecting'");
        await Assertions.Expect(desk.Page.Locator("[data-press=a]")).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(desk.Page.GetByText("No connection: decisions wait until it is back.")).ToBeVisibleAsync();
        await desk.PressAsync("a");
        await desk.Page.Locator("[data-press=a]").ClickAsync(new() { Force = true });
        await desk.Page.EvaluateAsync("delete document.documentElement.dataset.connection");

        await Assertions.Expect(desk.Page.Locator("[data-press=a]")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await desk.PressAsync("j");
        (await _loop.CardAsync(ids[0])).Card.Status.ShouldBe(SuggestionStatus.Pending);
    }

    [SkippableFact]
    public async Task Address_SentToSomebody_ShowsTheSameListAndCard()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50, 10);
        await _loop.Decisions.RejectAsync(ids[1], null, RejectReason.NotNow, null, Loop.Admin);
        var desk = await Desk.OpenAsync(chromium, _loop, address: $"/suggestions?card={ids[1]}");

        await desk.ShouldSelectAsync(ids[1]);
        await Assertions.Expect(desk.Page.Locator(".chip.on")).ToContainTextAsync("Rejected");
        await desk.GoAsync("/suggestions?view=open&project=cars&sort=newest");
        await Assertions.Expect(desk.Items.First).ToContainTextAsync("Field 10");
        await desk.Page.GetByLabel("Order").SelectOptionAsync("Worth");
        await Assertions.Expect(desk.Items.First).ToContainTextAsync("Field 90");
        await desk.GoAsync("/suggestions?project=no-such-project");
        await desk.Page.GetByText("No card waits for a decision").WaitForAsync();
        await desk.GoAsync("/suggestions?card=999999");
        await desk.Page.GetByText("There is no such card").WaitForAsync();
    }

    [SkippableFact]
    public async Task MoreCardsThanAPage_AreReachedByTheKeyThatMoves()
    {
        var ids = await Desk.AddCardsAsync(_loop, [.. Enumerable.Range(1, 55).Select(n => 100.0 - n)]);
        var desk = await Desk.OpenAsync(chromium, _loop, address: $"/suggestions?card={ids[49]}");
        await Assertions.Expect(desk.Items).ToHaveCountAsync(50);

        await desk.PressAsync("j");

        await desk.ShouldSelectAsync(ids[50]);
        await Assertions.Expect(desk.Items).ToHaveCountAsync(55);
        await Assertions.Expect(desk.Current).ToBeInViewportAsync();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Inbox_InBothThemes_IsAccessible(ColorScheme theme)
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50, 20);
        await _loop.Decisions.AcceptAsync(ids[1], null, Loop.Admin);
        var desk = await Desk.OpenAsync(chromium, _loop, options: new() { ColorScheme = theme });
        await desk.ShouldSelectAsync(ids[0]);
        await desk.Page.ShouldBeAccessibleAsync();

        await desk.PressAsync("r");
        await desk.Page.Locator("#reject-comment").WaitForAsync();
        await desk.Page.ShouldBeAccessibleAsync();

        await desk.PressAsync("1");
        await desk.ShouldToastAsync("Rejected");
        await desk.PressAsync("p");
        await desk.ShouldShowAsync("What the agent would get");
        await desk.Page.ShouldBeAccessibleAsync();

        await desk.GoAsync("/suggestions?view=applied");
        await desk.ShouldSelectAsync(ids[1]);
        await desk.Page.ShouldBeAccessibleAsync();
    }

    private static async Task<bool> IsCoveredAsync(Desk desk, string part)
    {
        var (toast, under) = ((await desk.Page.Locator(".toast").BoundingBoxAsync())!, (await desk.Page.Locator(part).BoundingBoxAsync())!);
        return toast.X < under.X + under.Width && under.X < toast.X + toast.Width && toast.Y < under.Y + under.Height && under.Y < toast.Y + toast.Height;
    }

    private static Task<int> DraftsAsync(Desk desk) =>
        desk.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(name => name.startsWith('draft/')).length");
}
