using Microsoft.Playwright;

namespace SupportConsole.Tests.TestSupport;

/// <summary>The line of a page to the console, as slow as a phone in a train: everything takes its time, in order.</summary>
internal static class SlowLine
{
    private const int DelayMilliseconds = 250;

    /// <summary>From the next load of the page on.</summary>
    public static Task SlowDownAsync(this IPage page) => page.RouteWebSocketAsync("**/_blazor**", browser =>
    {
        var console = browser.ConnectToServer();
        Delay(browser, console);
        Delay(console, browser);
    });

    private static void Delay(IWebSocketRoute from, IWebSocketRoute to)
    {
        var last = Task.CompletedTask;
        from.OnMessage(frame => last = PassAsync(last, Task.Delay(DelayMilliseconds), () =>
        {
            if (frame.Binary is { } bytes)
                to.Send(bytes);
            else
                to.Send(frame.Text!);
        }));
    }

    private static async Task PassAsync(Task before, Task due, Action pass)
    {
        await before;
        await due;
        pass();
    }
}
