using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

[Collection(ChromiumCollection.Name)]
public sealed class When_cards_change_under_the_eyes_of_a_reader(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task A_card_appears_without_a_reload_once_calls_show_the_problem()
    {
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.Page.GetByText("No card waits for a decision").WaitForAsync();

        await _loop.CallsAsync(40, captured: 12);

        await Assertions.Expect(desk.Items).ToHaveCountAsync(1);
        await desk.ShouldShowAsync("In 28 of 40 completed calls “price” is empty.");
        await Assertions.Expect(desk.Page.Locator(".rail-count")).ToHaveTextAsync("1");
    }

    [SkippableFact]
    public async Task New_cards_wait_behind_the_pill_until_it_is_pressed()
    {
        var old = await Desk.AddCardsAsync(_loop, 50, 40);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(old[0]);
        var before = await desk.Items.AllInnerTextsAsync();

        await Desk.AddCardsAsync(_loop, 90, 45);

        await Assertions.Expect(desk.Page.Locator(".pill")).ToHaveTextAsync("2 new");
        (await desk.Items.AllInnerTextsAsync()).ShouldBe(before);
        await desk.Page.Locator(".pill").ClickAsync();
        await Assertions.Expect(desk.Items).ToHaveCountAsync(4);
        await Assertions.Expect(desk.Items.First).ToContainTextAsync("Field 90");
        await Assertions.Expect(desk.Page.Locator(".pill")).ToHaveCountAsync(0);
        await desk.ShouldSelectAsync(old[0]);
    }

    [SkippableFact]
    public async Task Two_admins_pressing_at_once_apply_it_once_and_both_see_by_whom()
    {
        var ids = await Desk.AddCardsAsync(_loop, 50);
        var anna = await Desk.OpenAsync(chromium, _loop, name: "Anna");
        var bram = await Desk.OpenAsync(chromium, _loop, name: "Bram");
        await anna.ShouldSelectAsync(ids[0]);
        await bram.ShouldSelectAsync(ids[0]);

        await Task.WhenAll(anna.PressAsync("a"), bram.PressAsync("a"));

        await anna.ShouldShowAsync("it is applied as version 2");
        await bram.ShouldShowAsync("it is applied as version 2");
        var who = (await anna.Card.InnerTextAsync()).Contains("Anna accepted", StringComparison.Ordinal) ? "Anna" : "Bram";
        await anna.ShouldShowAsync($"{who} accepted this card");
        await bram.ShouldShowAsync($"{who} accepted this card");
        (await anna.Toasts.CountAsync() + await bram.Toasts.CountAsync()).ShouldBe(1);
        (await _loop.Get<Domain.Projects.ProjectDirectory>().FindAsync("cars", 3)).HasVersion.ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_decision_of_somebody_else_shows_at_once_and_a_late_press_is_told_so()
    {
        var ids = await Desk.AddCardsAsync(_loop, 50);
        var anna = await Desk.OpenAsync(chromium, _loop, name: "Anna");
        var bram = await Desk.OpenAsync(chromium, _loop, name: "Bram");
        await bram.ShouldSelectAsync(ids[0]);

        await anna.PressAsync("r");
        await anna.PressAsync("1");

        await bram.ShouldShowAsync("Anna rejected this card: Not a problem");
        await Assertions.Expect(bram.Page.Locator("[data-press=a]")).ToHaveCountAsync(0);
        await Assertions.Expect(bram.Items.First).ToContainTextAsync("rejected");
        await bram.LagAsync("revision", 1);
        await bram.PressAsync("a");
        await bram.ShouldShowAsync("Nothing was done: this card had been decided already.");
        await bram.ShouldShowAsync("Anna rejected this card: Not a problem");
        (await _loop.CardAsync(ids[0])).Card.Status.ShouldBe(SuggestionStatus.Rejected);
    }

    [SkippableFact]
    public async Task The_measurement_of_an_applied_card_grows_on_the_open_page()
    {
        await _loop.CallsAsync(60, captured: 18);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldShowAsync("price");
        await desk.PressAsync("a");
        await desk.ShouldShowAsync("No call on version 2 has come in yet.");

        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(10, captured: 9);
        await _loop.Get<Domain.Suggestions.Impact.ImpactJudging>().MeasureDueAsync();

        await desk.ShouldShowAsync("9 of 10");
        await desk.ShouldShowAsync("being measured");
    }

    [SkippableFact]
    public async Task A_manager_reads_along_and_no_key_decides()
    {
        var ids = await Desk.AddCardsAsync(_loop, 50);
        var desk = await Desk.OpenAsync(chromium, _loop, Roles.Manager);
        await desk.ShouldSelectAsync(ids[0]);
        await desk.ShouldShowAsync("You read along: an admin decides on cards.");

        await desk.PressAsync("a");
        await desk.PressAsync("p");

        await desk.ShouldShowAsync("What the agent would get");
        await Assertions.Expect(desk.Page.Locator("[data-press]")).ToHaveCountAsync(1);
        (await _loop.CardAsync(ids[0])).Card.Status.ShouldBe(SuggestionStatus.Pending);
    }

    [SkippableFact]
    public async Task Staff_is_not_let_in()
    {
        using var client = await _loop.Host.ClientAsync(Roles.Staff);

        (await client.GetAsync("/suggestions")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }
}
