using Microsoft.Playwright;

namespace SupportConsole.Bench;

/// <summary>The machine's Chromium (CHROMIUM_PATH names another than /usr/bin/chromium).</summary>
internal static class Chromium
{
    // Pages in the background are slowed down by default; here every page stands for a person who looks at it.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(
        new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium", Args = Arguments });
}
