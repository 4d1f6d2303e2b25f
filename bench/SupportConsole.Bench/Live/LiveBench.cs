using Microsoft.Playwright;

namespace SupportConsole.Bench.Live;

/// <summary>
/// From the answer to a webhook until the new card stands in the DOM of 5 Chromium pages, with 45 more pages open on the
/// same list; beside a bare SignalR broadcast to 50 connections, 5 of them watched.
/// </summary>
internal static class LiveBench
{
    public const int WarmUpRounds = 5;

    private const int Watched = 5;
    private const int Others = 45;
    private const int Rounds = 40;

    /// <summary>Calls of a project before the one that makes its card: one fewer than detectors look at.</summary>
    private const int CallsBefore = 19;

    public static async Task RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var reference = await SignalRReference.MeasureAsync(browser, Watched, Others, Rounds);
        var measured = await MeasureAsync(browser);
        BenchLine.Of("live", measured, "SignalR broadcast to 50 connections, until in the DOM of 5 pages", reference).Print();
    }

    private static async Task<List<double>> MeasureAsync(IBrowser browser)
    {
        await using var console = new ConsoleProcess();
        var invitation = await SignIn.InviteAsync(console);
        var key = await console.AddKeyAsync();
        var secret = await console.CommandAsync("webhook", "add", "phone", "--kind", "call-ended");
        await console.StartAsync();
        using var http = new HttpClient { BaseAddress = console.Address };
        var sender = new CallSender(http, key, "phone", secret.Trim());
        for (var round = -WarmUpRounds; round < Rounds; round++)
            await PrepareAsync(sender, ProjectOf(round));

        await using var context = await browser.NewContextAsync(new() { BaseURL = console.Address.ToString() });
        await SignIn.ThroughAsync(context, invitation);
        var pages = new List<IPage>();
        for (var i = 0; i < Watched + Others; i++)
            pages.Add(await OpenAsync(context, "/suggestions"));

        var samples = new List<double>();
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            var watched = pages.Take(Watched).ToList();
            foreach (var page in watched)
                await ShowAsync(page, $"/suggestions?project={ProjectOf(round)}");
            await Task.WhenAll(watched.Select(page => Watch.BeginAsync(page, "[data-card-id]")));
            var answered = await sender.SendAsync(ProjectOf(round));
            var seen = await Task.WhenAll(watched.Select(Watch.SeenAsync));
            if (round >= 0)
                samples.AddRange(seen.Select(at => Math.Max(0, at - answered)));
        }

        return samples;
    }

    private static async Task PrepareAsync(CallSender sender, string project)
    {
        await sender.MakeProjectAsync(project);
        for (var call = 0; call < CallsBefore; call++)
            await sender.SendAsync(project);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await ShowAsync(page, address);
        return page;
    }

    private static async Task ShowAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("h1");
    }

    private static string ProjectOf(int round) => $"round-{Watch.Text(round + WarmUpRounds)}";
}
