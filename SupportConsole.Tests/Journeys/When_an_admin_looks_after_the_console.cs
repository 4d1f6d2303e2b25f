using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

[Collection(ChromiumCollection.Name)]
public sealed class When_an_admin_looks_after_the_console(ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly ConsoleHost _host = new() { Settings = { ["Jobs:Enabled"] = "true" } };

    public Task InitializeAsync()
    {
        _ = _host.Address;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task A_backup_is_made_now_seen_to_be_whole_and_found_in_the_history(ColorScheme theme, int width)
    {
        await using var context = await chromium.NewContextAsync(_host, Roles.Admin, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.VisitAsync("/health");
        var job = page.Locator("[data-job=backup]");
        await Assertions.Expect(page.Locator(".notice", new() { HasText = "no verified backup" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Run now: Back up" }).ClickAsync();

        await Assertions.Expect(job.Locator(".last")).ToContainTextAsync("done");
        await Assertions.Expect(page.Locator("[data-backup]")).ToContainTextAsync("verified");
        await Assertions.Expect(page.Locator(".notice", new() { HasText = "no verified backup" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "History: Back up" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("job=backup"));
        await Assertions.Expect(page.Locator("[data-history=backup] li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-history=backup] li")).ToContainTextAsync("asked for by");
        await page.VisitAgainAsync();
        await Assertions.Expect(page.Locator("[data-history=backup] li")).ToContainTextAsync("verified");
        await page.ShouldBeAccessibleAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);

        await page.VisitAsync("/settings/data");
        await Assertions.Expect(page.GetByText("nothing is deleted")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
    }

    [SkippableFact]
    public async Task Calls_that_nobody_takes_up_are_seen_to_wait_and_that_the_worker_stands()
    {
        var clock = new FakeClock();
        await using var host = new ConsoleHost { Settings = { ["Intake:IdleSeconds"] = "600" }, Replace = services => services.AddSingleton<TimeProvider>(clock) };
        await using var context = await chromium.NewContextAsync(host, Roles.Admin);
        var page = await context.NewPageAsync();
        await page.VisitAsync("/health");
        var waiting = page.Locator(".tile", new() { HasText = "Waiting to be processed" }).Locator(".value");
        await Assertions.Expect(waiting).ToHaveTextAsync("0");

        var project = await host.Get<ProjectEditing>().CreateAsync(new ProjectDraft("cars", "Cars", null, "en", [], "Hi."), Actor.System);
        await host.Get<WriteGate>().WriteAsync(db =>
        {
            // Nothing is announced, as when the worker stands.
            db.Calls.Add(new Call
            {
                Source = "phones",
                ExternalId = "call-1",
                ProjectId = project!.Id,
                Status = CallStatus.Completed,
                StartedAt = db.Now,
                DurationSeconds = 5,
                ReceivedAt = db.Now,
            });
            return Task.CompletedTask;
        });

        clock.Advance(TimeSpan.FromHours(1)); // The worker rests, and does not come round.

        await Assertions.Expect(waiting).ToHaveTextAsync("1", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".notice", new() { HasText = "has not come round" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
    }
}
