using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Tests.TestSupport;

/// <summary>The suggestions page in a real browser, as somebody who signed in sees it.</summary>
internal sealed class Desk(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Items => Page.Locator(".item");

    /// <summary>The item of the card on the right.</summary>
    public ILocator Current => Page.Locator(".item[aria-current=true]");

    public ILocator Card => Page.Locator("[data-selected]");

    public ILocator Toasts => Page.Locator(".toast p");

    public static async Task<Desk> OpenAsync(
        ChromiumFixture chromium, Loop loop, string role = Roles.Admin, string? name = null, string address = "/suggestions", BrowserNewContextOptions? options = null)
    {
        var context = await chromium.NewContextAsync(loop.Host, options);
        await context.SignInAsync(loop.Host, await loop.Host.AddPersonAsync(role, name));
        var desk = new Desk(await context.NewPageAsync());
        await desk.GoAsync(address);
        return desk;
    }

    public async Task GoAsync(string address)
    {
        await Page.VisitAsync(address);
        await ListedAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.VisitAgainAsync();
        await ListedAsync();
    }

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    public Task ShouldShowAsync(string text) => Assertions.Expect(Page.Locator(".thing")).ToContainTextAsync(text);

    public Task ShouldSelectAsync(long id) => Assertions.Expect(Card).ToHaveAttributeAsync("data-card-id", $"{id}");

    public Task ShouldToastAsync(string text) => Assertions.Expect(Toasts.Last).ToContainTextAsync(text);

    /// <summary>Makes the browser believe what it showed a while ago: a press of somebody whose screen lags.</summary>
    public Task LagAsync(string name, object value) =>
        Page.EvaluateAsync("([name, value]) => { document.querySelector('[data-selected]').dataset[name] = value; }", new[] { name, $"{value}" });

    /// <summary>Adds cards that no detector had to find, best first.</summary>
    public static async Task<List<long>> AddCardsAsync(Loop loop, params double[] worth)
    {
        var cards = worth.Select((minutes, i) => Samples.Card(loop.Project.Id, worth: minutes, field: $"field {minutes}", changes:
            [new("Capture price", "Ask what price they have in mind.", $"Ask what price they have in mind.\nLine {i}.", Samples.Both("Because.")), new($"Extra {i}", null, "More.", Samples.Both("Because."))])).ToList();
        var fields = (await loop.Get<ProjectQueries>().GetAsync("cars"))!.CaptureFields;
        await loop.CaptureAsync([.. fields, .. cards.Select(card => new CaptureField(card.Field!, card.Field!, Required: false))]);
        await loop.Get<WriteGate>().WriteAsync(db =>
        {
            db.Suggestions.AddRange(cards);
            cards.ForEach(_ => db.Announce(Domain.Live.LiveTopic.Suggestion, 0));
            return Task.CompletedTask;
        });
        return [.. cards.Select(card => card.Id)];
    }

    private Task ListedAsync() => Page.Locator(".item, .state").First.WaitForAsync();
}
