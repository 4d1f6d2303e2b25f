using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

[Collection(ChromiumCollection.Name)]
public sealed class SignInInChromiumTests(ChromiumFixture chromium)
{
    private const string Password = "four plain words here";

    [SkippableFact]
    public async Task SetUpLink_OpenedByTheFirst_MakesAnAdminWhoSignsOutAndInAgain()
    {
        await using var host = new ConsoleHost();
        await using var context = await chromium.NewContextAsync(host);
        var page = await context.NewPageAsync();
        var link = $"/setup?token={host.Services.GetRequiredService<SetupLink>().Token}";

        await page.GotoAsync(link);
        await page.GetByLabel("Your name").FillAsync("Ann Admin");
        await page.GetByLabel("E-mail address").FillAsync("ann@example.com");
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("New password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();

        await page.AnswersAsync();
        await page.Locator(".person").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
        (await page.GotoAsync(link))!.Status.ShouldBe(410);

        await page.GotoAsync("/login?returnUrl=%2F%3Ftab%3Dmine");
        await page.GetByLabel("E-mail address").FillAsync("ANN@example.com");
        await page.GetByLabel("Password").FillAsync("not the password");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("do not go together").WaitForAsync();
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();
        page.Url.ShouldEndWith("/?tab=mine");
    }

    [SkippableFact]
    public async Task Session_Revoked_ClosesThePageThatIsOpen()
    {
        await using var host = new ConsoleHost();
        var person = await host.AddPersonAsync(Roles.Manager);
        await using var context = await chromium.NewContextAsync(host);
        await context.SignInAsync(host, person);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/?tab=mine");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Today", Exact = true }).WaitForAsync();

        (await host.Services.GetRequiredService<People>().SignOutAsync(person.Id, Actor.System)).ShouldBe(PersonOutcome.Done);

        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
        page.Url.ShouldEndWith("/login?returnUrl=%2F%3Ftab%3Dmine");
    }

    [SkippableFact]
    public async Task Page_OfAnotherRole_SaysSoInTheFrame()
    {
        await using var host = new ConsoleHost();
        await using var context = await chromium.NewContextAsync(host, Roles.Staff);
        var page = await context.NewPageAsync();

        var answer = await page.GotoAsync("/settings/detection");

        answer!.Status.ShouldBe(403);
        await page.GetByText("An admin can give you a role that does.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true }).WaitForAsync();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task SignInPages_InBothThemes_AreAccessible(ColorScheme theme)
    {
        await using var host = new ConsoleHost();
        await using var context = await chromium.NewContextAsync(host, new BrowserNewContextOptions { ColorScheme = theme });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/setup?token={host.Services.GetRequiredService<SetupLink>().Token}");
        await page.ShouldBeAccessibleAsync();

        await page.GotoAsync("/login");
        await page.GetByLabel("E-mail address").FillAsync("ann@example.com");
        await page.GetByLabel("Password").FillAsync("wrong password");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("do not go together").WaitForAsync();
        await Assertions.Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await page.ShouldBeAccessibleAsync();
    }
}
