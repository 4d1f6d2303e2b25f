using System.Globalization;
using Microsoft.Playwright;

namespace SupportConsole.Bench.Live;

/// <summary>Notes in a page when something first stands in its DOM, by the page's own clock (the machine's).</summary>
internal static class Watch
{
    private const string Script =
        """
        selector => {
          window.seenAt = null;
          if (document.querySelector(selector)) throw new Error(`${selector} is there already: nothing would be measured`);
          const look = () => {
            if (window.seenAt === null && document.querySelector(selector))
              window.seenAt = performance.timeOrigin + performance.now();
          };
          look();
          new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, attributes: true });
        }
        """;

    /// <summary>Starts to look out for <paramref name="selector"/>.</summary>
    public static Task BeginAsync(IPage page, string selector) => page.EvaluateAsync(Script, selector);

    /// <summary>When it was seen, in milliseconds since 1970.</summary>
    public static async Task<double> SeenAsync(IPage page)
    {
        var handle = await page.WaitForFunctionAsync("() => window.seenAt", null, new() { Timeout = 30_000 });
        return await handle.JsonValueAsync<double>();
    }

    /// <summary>Now, on the same scale.</summary>
    public static double Now => (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
