using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace SupportConsole.Bench.Live;

/// <summary>What the framework itself needs: one message broadcast to 50 SignalR connections, put into the DOM by each page.</summary>
internal static class SignalRReference
{
    private const string Page =
        """
        <!doctype html><title>reference</title><div id="cards"></div><script src="/signalr.js"></script><script>
        const connection = new signalR.HubConnectionBuilder().withUrl('/hub').build();
        connection.on('card', id => {
          const card = document.createElement('div');
          card.dataset.round = id;
          document.getElementById('cards').append(card);
        });
        connection.start().then(() => document.body.dataset.ready = '');
        </script>
        """;

    /// <summary>Milliseconds from the call of the broadcast to the DOM of each watched page, all rounds together.</summary>
    public static async Task<List<double>> MeasureAsync(IBrowser browser, int watched, int others, int rounds)
    {
        await using var app = await StartAsync();
        await using var context = await browser.NewContextAsync(new() { BaseURL = app.Urls.First() });
        var pages = new List<IPage>();
        for (var i = 0; i < watched + others; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("/");
            await page.WaitForSelectorAsync("body[data-ready]", new() { State = WaitForSelectorState.Attached });
            pages.Add(page);
        }

        var hub = app.Services.GetRequiredService<IHubContext<CardHub>>();
        var samples = new List<double>();
        for (var round = -LiveBench.WarmUpRounds; round < rounds; round++)
        {
            var selector = $"[data-round='{Watch.Text(round)}']";
            await Task.WhenAll(pages.Take(watched).Select(page => Watch.BeginAsync(page, selector)));
            var sent = Watch.Now;
            await hub.Clients.All.SendAsync("card", round);
            var seen = await Task.WhenAll(pages.Take(watched).Select(Watch.SeenAsync));
            if (round >= 0)
                samples.AddRange(seen.Select(at => at - sent));
        }

        return samples;
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR();
        var app = builder.Build();
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "signalr.min.js"));
        app.MapGet("/", () => Results.Text(Page, "text/html"));
        app.MapGet("/signalr.js", () => Results.Text(script, "text/javascript"));
        app.MapHub<CardHub>("/hub");
        await app.StartAsync();
        return app;
    }

    private sealed class CardHub : Hub;
}
