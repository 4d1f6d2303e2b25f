using System.Net;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class StrangerTests
{
    [Fact]
    public async Task Page_OpenedByAStranger_LeadsToSignInAndBack()
    {
        await using var host = new ConsoleHost();
        using var stranger = host.StrangerClient();

        var answer = await stranger.GetAsync("/?tab=mine");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.ShouldBe("/login?returnUrl=%2F%3Ftab%3Dmine");
    }

    [Fact]
    public async Task Api_CalledByAStranger_AnswersAProblemAndNoRedirect()
    {
        await using var host = new ConsoleHost();
        using var stranger = host.StrangerClient();

        var answer = await stranger.GetAsync("/api/nothing");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Api_CalledWithABrowsersCookie_StaysClosed()
    {
        await using var host = new ConsoleHost();
        using var admin = await host.ClientAsync(Roles.Admin);

        (await admin.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/api/nothing")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Page_OpenedWithAnApiKey_StaysClosed()
    {
        await using var host = new ConsoleHost();
        using var caller = await host.ApiClientAsync(Scopes.Admin);

        (await caller.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await caller.GetAsync("/api/nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
