using Microsoft.Playwright;

namespace SupportConsole.Tests.TestSupport;

/// <summary>
/// One Chromium for all browser tests; each test takes a context of its own. Without Chromium those tests are skipped with the
/// reason, unless REQUIRE_CHROMIUM=1 says that they must run.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const float PatienceMilliseconds = 15_000;

    private static readonly string Executable = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
    private static readonly string Missing = $"There is no Chromium at {Executable} (CHROMIUM_PATH names another).";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            if (Environment.GetEnvironmentVariable("REQUIRE_CHROMIUM") == "1")
                throw new InvalidOperationException(Missing);
            return;
        }

        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A fresh profile whose addresses are relative to <paramref name="host"/>, closed when that stops; skips the test where there is no Chromium.</summary>
    public async Task<IBrowserContext> NewContextAsync(ConsoleHost host, BrowserNewContextOptions? options = null)
    {
        Skip.If(_browser is null, Missing);
        var context = await _browser!.NewContextAsync(new(options ?? new()) { BaseURL = host.Address.ToString() });
        context.SetDefaultTimeout(PatienceMilliseconds);
        var before = host.BeforeStop;
        host.BeforeStop = async () =>
        {
            await context.CloseAsync();
            await before();
        };
        return context;
    }
}

/// <summary>Shares the browser, and runs its tests one after another: a small machine renders one page well, not four.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumCollection : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "Chromium";
}
