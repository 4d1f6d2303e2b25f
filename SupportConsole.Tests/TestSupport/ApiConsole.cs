using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Tests.TestSupport;

/// <summary>A console that is spoken to over its API: a client for each scope, a clock that stands still, and a project "cars".</summary>
public sealed class ApiConsole : IAsyncDisposable
{
    /// <summary>The first instructions of the project.</summary>
    public const string Instructions = Loop.Instructions;

    private string? _secret;

    private ApiConsole(FakeClock clock, ConsoleHost host) => (Clock, Host) = (clock, host);

    public FakeClock Clock { get; }

    public ConsoleHost Host { get; }

    public HttpClient Sender { get; private set; } = null!;

    public HttpClient Reader { get; private set; } = null!;

    public HttpClient Admin { get; private set; } = null!;

    public static async Task<ApiConsole> StartAsync(Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        var clock = new FakeClock();
        var host = new ConsoleHost
        {
            Replace = services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                replace?.Invoke(services);
            },
        };
        foreach (var (key, value) in settings)
            host.Settings[key] = value;
        var console = new ApiConsole(clock, host)
        {
            Sender = await host.ApiClientAsync(Scopes.Intake),
            Reader = await host.ApiClientAsync(Scopes.Read),
            Admin = await host.ApiClientAsync(Scopes.Admin),
        };
        await console.MakeProjectAsync("cars");
        return console;
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public async Task<Answer> MakeProjectAsync(string id) => (await Admin.PostJsonAsync("/api/projects", new
    {
        external_id = id,
        name = "Car Finance Checker",
        industry = "finance",
        capture_fields = new[] { new { key = "price", label = "price", required = true } },
        instructions = Instructions,
    })).Is(HttpStatusCode.Created);

    /// <summary>Posts <paramref name="body"/> (JSON text) as a signed delivery of the webhook "phones", signed at <paramref name="at"/> or now.</summary>
    public async Task<Answer> DeliverAsync(string body, DateTimeOffset? at = null, string? signature = null)
    {
        _secret ??= await Get<Webhooks>().AddAsync("phones", WebhookKind.CallEnded, Actor.System);
        using var client = Host.StrangerClient();
        client.DefaultRequestHeaders.Add("X-Webhook", "phones");
        client.DefaultRequestHeaders.Add("X-Signature", signature ?? WebhookSignature.Sign(_secret!, Encoding.UTF8.GetBytes(body), at ?? Clock.GetUtcNow()));
        return await client.PostJsonAsync("/api/webhooks/call-ended", body);
    }

    /// <summary>A call that went well, with the price or without it.</summary>
    public object Call(string callId, bool captured, string project = "cars", TimeSpan? age = null) => new
    {
        call_id = callId,
        project_id = project,
        status = "completed",
        ended_by = "agent",
        started_at = Clock.GetUtcNow() - (age ?? TimeSpan.Zero),
        duration_seconds = 90,
        fields = captured ? new Dictionary<string, object> { ["price"] = 200 } : [],
        transcript = new[]
        {
            new { role = "agent", text = "What price do you have in mind?", at_ms = 0 },
            new { role = "customer", text = "Around 200 a month.", at_ms = 4000 },
        },
    };

    /// <summary>Posts calls and has them processed: the first <paramref name="captured"/> of them with the price.</summary>
    public async Task CallsAsync(int count, int captured, string prefix = "call", string project = "cars")
    {
        var posts = Enumerable.Range(0, count).Select(i => Sender.PostJsonAsync("/api/calls", Call($"{prefix}-{i}", i < captured, project)));
        foreach (var answer in await Task.WhenAll(posts))
            answer.Is(HttpStatusCode.Accepted);
        await ProcessedAsync();
    }

    /// <summary>Waits until nothing that can be processed now is left.</summary>
    public async Task ProcessedAsync()
    {
        while (await Get<EventPipeline>().ProcessAsync() > 0)
        {
        }
    }

    /// <summary>The one card that is open on a project.</summary>
    public async Task<JsonElement> CardAsync(string project = "cars")
    {
        var list = (await Reader.GetJsonAsync($"/api/projects/{project}/suggestions?view=open")).Is(HttpStatusCode.OK).Json;
        list.GetProperty("suggestions").GetArrayLength().ShouldBe(1);
        return list.GetProperty("suggestions")[0];
    }

    public async Task<T> ReadAsync<T>(Func<SupportDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        Reader.Dispose();
        Admin.Dispose();
        await Host.DisposeAsync();
    }
}
