using Microsoft.Playwright;

namespace SupportConsole.Tests.TestSupport;

/// <summary>Opens pages as somebody does who waits until they answer: what is typed into a page that is only drawn is lost.</summary>
internal static class Visiting
{
    public static async Task VisitAsync(this IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.AnswersAsync();
    }

    public static async Task VisitAgainAsync(this IPage page)
    {
        await page.ReloadAsync();
        await page.AnswersAsync();
    }

    /// <summary>Waits until clicks and keys are heard.</summary>
    public static Task AnswersAsync(this IPage page) => page.Locator("html[data-keys]").WaitForAsync();
}
