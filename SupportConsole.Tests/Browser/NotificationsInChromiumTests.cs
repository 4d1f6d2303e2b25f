using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class NotificationsInChromiumTests(ChromiumFixture chromium)
{
    [SkippableFact]
    public async Task M_WhileOneWaitsBehindThePill_LeavesThatOneUnread()
    {
        await using var loop = await Loop.StartAsync();
        var person = await loop.Host.AddPersonAsync(Roles.Admin);
        await loop.CallsAsync(40, captured: 12);
        var context = await chromium.NewContextAsync(loop.Host);
        await context.SignInAsync(loop.Host, person);
        var page = await context.NewPageAsync();
        await page.VisitAsync(Links.Notifications);
        await page.Locator("[role=listitem]").First.WaitForAsync();
        await loop.Decisions.AcceptAsync((await loop.OpenCardAsync()).Id, null, Loop.Admin);
        await page.GetByRole(AriaRole.Button, new() { Name = "1 new" }).WaitForAsync();

        await page.Keyboard.PressAsync("m");

        await Assertions.Expect(page.GetByText("1 unread")).ToBeVisibleAsync();
        (await loop.Get<NotificationReading>().UnseenAsync(person.Id)).Count.ShouldBe(1);
    }
}
