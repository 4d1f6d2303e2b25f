using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

/// <summary>What a caller sees when it gets nothing.</summary>
public sealed class ApiRefusalTests
{
    [Fact]
    public async Task Request_ThatIsRefused_IsAnsweredWithProblemDetails()
    {
        await using var console = await ApiConsole.StartAsync();
        using var stranger = console.Host.StrangerClient();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        IsProblem((await stranger.GetJsonAsync("/api/projects")).Is(HttpStatusCode.Unauthorized));
        IsProblem((await console.Reader.PostJsonAsync("/api/projects", new { })).Is(HttpStatusCode.Forbidden));
        IsProblem((await console.Sender.GetJsonAsync("/api/projects")).Is(HttpStatusCode.Forbidden));
        IsProblem((await console.Admin.PostJsonAsync("/api/calls", new { })).Is(HttpStatusCode.Forbidden));
        IsProblem((await console.Reader.GetJsonAsync("/api/nothing/here")).Is(HttpStatusCode.NotFound));
        IsProblem((await console.Reader.SendJsonAsync(HttpMethod.Delete, "/api/projects")).Is(HttpStatusCode.MethodNotAllowed));
    }

    [Fact]
    public async Task Request_ThatFails_TellsNothingOfTheFault()
    {
        await using var console = await ApiConsole.StartAsync(services => services.AddSingleton<IStartupFilter>(new Faults()));

        var fault = (await console.Reader.GetJsonAsync("/api/faults/secret")).Is(HttpStatusCode.InternalServerError);
        IsProblem(fault);
        fault.Json.GetRawText().ShouldNotContain("secret");
        (await console.Reader.GetJsonAsync("/api/faults/denied")).Is(HttpStatusCode.Forbidden);
        var busy = (await console.Reader.GetJsonAsync("/api/faults/full")).Is(HttpStatusCode.TooManyRequests);
        busy.Response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Key_ThatRunsWild_IsToldToWaitAndOthersAreNot()
    {
        await using var console = await ApiConsole.StartAsync(null, ("Api:Burst", "5"), ("Api:RequestsPerSecond", "1"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => console.Reader.GetJsonAsync("/api/projects")));

        var refused = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        refused.Count.ShouldBeGreaterThan(10);
        refused[0].Response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        IsProblem(refused[0]);
        (await console.Admin.GetJsonAsync("/api/projects")).Is(HttpStatusCode.OK);
    }

    private static void IsProblem(Answer answer)
    {
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Number("status").ShouldBe((int)answer.Status);
        answer.Text("detail").ShouldNotBeNullOrWhiteSpace();
    }

    /// <summary>Fails where an endpoint would, in three ways.</summary>
    private sealed class Faults : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(http => http.Request.Path.Value switch
            {
                "/api/faults/denied" => throw new AccessDeniedException(Roles.Admin),
                "/api/faults/full" => throw new QueueFullException(),
                "/api/faults/secret" => throw new InvalidOperationException("the secret"),
                _ => Task.CompletedTask,
            });
        };
    }
}
