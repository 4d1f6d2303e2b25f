using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SupportConsole.Bench.Live;

/// <summary>Comes in as an added person does: by the link that <c>user add</c> printed.</summary>
internal static partial class SignIn
{
    private const string Email = "bench@example.test";
    private const string Password = "a long bench password 4711";

    public static async Task<string> InviteAsync(ConsoleProcess console)
    {
        var printed = await console.CommandAsync("user", "add", Email, "--role", "Admin", "--name", "Bench");
        return Token().Match(printed).Value;
    }

    public static async Task ThroughAsync(IBrowserContext context, string invitation)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/account/password-reset{invitation}");
        await page.FillAsync("#password", Password);
        await page.FillAsync("#again", Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("password-reset", StringComparison.Ordinal));
        await page.CloseAsync();
    }

    [GeneratedRegex(@"\?token=\S+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Token();
}
