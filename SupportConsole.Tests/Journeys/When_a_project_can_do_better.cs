using System.Net;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace SupportConsole.Tests.Journeys;

/// <summary>The three ways in which a project comes to a card, from the calls that a phone system sends to what its agent is served.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class When_a_project_can_do_better(ChromiumFixture chromium) : IAsyncLifetime
{
    private const int Days = 20;

    private ApiConsole _console = null!;
    private IBrowserContext? _context;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public async Task DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
        await _console.DisposeAsync();
    }

    [SkippableFact]
    public async Task Too_few_calls_succeed_because_of_the_hours_and_of_how_they_begin()
    {
        var page = await OpenAsync("/");
        await SendAsync(Mixed("before", _console.Clock.GetUtcNow().AddDays(-Days - 1), hours: Enumerable.Range(9, 12), leaving: 0.3));

        await FollowTheBellAsync(page, "hours");
        await Expect(page.Locator(".card")).ToContainTextAsync("Call between 10:00-14:00");
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".card, .preview").First).ToContainTextAsync("10:00-14:00");
        await page.Keyboard.PressAsync("p");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept and apply" }).ClickAsync();
        await Expect(page.Locator(".toast p").Last).ToContainTextAsync("version 2");

        await FollowTheBellAsync(page, "opening");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept and apply" }).ClickAsync();
        await Expect(page.Locator(".toast p").Last).ToContainTextAsync("version 3");

        var served = (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions")).Is(HttpStatusCode.OK).Text("text")!;
        served.ShouldContain("Call between 10:00-14:00");
        served.ShouldContain("Is this a good moment?");

        _console.Clock.Advance(TimeSpan.FromDays(8));
        await SendAsync(Mixed("after", _console.Clock.GetUtcNow().AddDays(-7), hours: Enumerable.Range(10, 4), leaving: 0.05, days: 7, perHour: 12));
        await _console.Get<ImpactJudging>().MeasureDueAsync();
        await page.VisitAsync("/analytics/impact");
        await Expect(page.Locator("tr[data-card]").First).ToContainTextAsync("Car Finance Checker");
        await Expect(page.Locator("tr[data-card]").First).ToContainTextAsync("held");
    }

    [SkippableFact]
    public async Task A_price_is_asked_and_not_captured()
    {
        var page = await OpenAsync("/");
        await _console.CallsAsync(50, captured: 20);

        await FollowTheBellAsync(page, "price");
        await Expect(page.Locator(".card")).ToContainTextAsync("the customer answered and the answer was not repeated back");
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator("ins, .diff .added, mark").First).ToContainTextAsync("repeat it back");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".toast p").Last).ToContainTextAsync("version 2");
        (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions")).Text("text")!.ShouldContain("repeat it back");

        _console.Clock.Advance(TimeSpan.FromHours(1));
        await _console.CallsAsync(400, captured: 380, prefix: "later");
        await _console.Get<ImpactJudging>().MeasureDueAsync();

        await page.VisitAsync("/analytics/impact");
        await Expect(page.Locator("tr[data-card]")).ToContainTextAsync("held");
    }

    [SkippableFact]
    public async Task A_new_project_starts_with_better_instructions_before_its_first_call()
    {
        var page = await OpenAsync("/projects/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Boiler cover");
        await page.Locator("#project-instructions").FillAsync("## Opening\nSay hello.\n\n## Questions\nAsk for the postcode and the name.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the project" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Boiler cover");

        await FollowTheBellAsync(page, "Boiler cover");
        await Expect(page.Locator(".card")).ToContainTextAsync("interrupt");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".toast p").Last).ToContainTextAsync("version 2");

        var served = (await _console.Reader.GetJsonAsync("/api/projects/boiler-cover/instructions")).Is(HttpStatusCode.OK).Text("text")!;
        served.ShouldStartWith("## Opening");
        served.ShouldContain("interrupt");
        (await _console.Reader.GetJsonAsync("/api/projects/boiler-cover/suggestions?view=open")).Json.GetProperty("suggestions").GetArrayLength().ShouldBe(0);
    }

    private async Task<IPage> OpenAsync(string address)
    {
        _context = await chromium.NewContextAsync(_console.Host, Roles.Admin);
        var page = await _context.NewPageAsync();
        await page.VisitAsync(address);
        return page;
    }

    /// <summary>Opens the bell as it is on the page by now, and the card of the notification that holds the text.</summary>
    private static async Task FollowTheBellAsync(IPage page, string text)
    {
        await Expect(page.Locator(".bar-count")).ToBeVisibleAsync();
        await page.Locator("[popovertarget=bell-menu]").ClickAsync();
        await page.Locator("#bell-menu .notification").Filter(new() { HasText = text }).First.ClickAsync();
        await page.Locator(".card[data-selected]").WaitForAsync();
    }

    private async Task SendAsync(IEnumerable<object> calls)
    {
        foreach (var batch in calls.Chunk(500))
            (await _console.Sender.PostJsonAsync("/api/calls/batch", batch)).Is(HttpStatusCode.Accepted).Json.GetProperty("rejected").GetArrayLength().ShouldBe(0);
        await _console.ProcessedAsync();
    }

    /// <summary>
    /// Calls of many days, each like the others: between 10 and 14 most are answered, at other hours few are; a share of those that are
    /// answered is lost to customers who leave in the opening.
    /// </summary>
    private static IEnumerable<object> Mixed(string prefix, DateTimeOffset start, IEnumerable<int> hours, double leaving, int days = Days, int perHour = 4)
    {
        var chance = new Random(1);
        return from day in Enumerable.Range(0, days)
               from hour in hours
               from n in Enumerable.Range(0, perHour)
               let at = new DateTimeOffset(start.Date, TimeSpan.Zero).AddDays(day).AddHours(hour - 1).AddMinutes(n * 60 / perHour) // The workspace's clock is an hour ahead of UTC.
               let answered = chance.NextDouble() < (hour >= 10 && hour < 14 ? 0.9 : 0.3)
               let left = answered && chance.NextDouble() < leaving
               let completed = answered && !left
               select (object)new
               {
                   call_id = $"{prefix}-{day}-{hour}-{n}",
                   project_id = "cars",
                   status = completed ? "completed" : "failed",
                   failure_reason = completed ? null : left ? "customer hung up" : "no answer",
                   ended_by = completed ? "agent" : left ? "customer" : "system",
                   started_at = at,
                   duration_seconds = completed ? 95 : left ? 9 : 25,
                   fields = completed ? new Dictionary<string, int> { ["price"] = 200 } : null,
                   transcript = completed ? Said("What price do you have in mind?", "200 a month.") : left ? Said("We have an offer for you today.", "No thanks, bye.") : null,
               };
    }

    private static object[] Said(string agent, string customer) => [new { role = "agent", text = agent }, new { role = "customer", text = customer }];
}
