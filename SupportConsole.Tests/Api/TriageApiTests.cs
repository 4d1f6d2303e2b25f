using System.Net;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

public sealed class TriageApiTests : IAsyncLifetime
{
    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task Text_IsUnderstoodWithTheWordsThatLedToIt()
    {
        const string text = "URGENT: the site is down, I want a refund!";
        var answer = (await _console.Reader.PostJsonAsync("/api/triage", new { text })).Is(HttpStatusCode.OK).Json;

        answer.GetProperty("urgency").GetString().ShouldBe("critical");
        answer.GetProperty("urgency_reason").GetString().ShouldBe("words");
        answer.GetProperty("language").GetString().ShouldBe("en");
        answer.GetProperty("categories").EnumerateObject().Sum(category => category.Value.GetDouble()).ShouldBe(1, 1e-6);
        answer.GetProperty("trained").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer.GetProperty("evidence").EnumerateArray().ShouldAllBe(one => one.GetProperty("start").GetInt32() + one.GetProperty("length").GetInt32() <= text.Length);
        (await _console.Reader.PostJsonAsync("/api/triage", new { text = "down", priority = "low" })).Json.GetProperty("urgency").GetString().ShouldBe("low");
    }

    [Fact]
    public async Task Request_WithoutTextOrWithAnUnknownPriority_NamesTheField()
    {
        (await _console.Reader.PostJsonAsync("/api/triage", new { subject = "x" })).Is(HttpStatusCode.UnprocessableEntity).Fields.ShouldBe(["text"]);
        (await _console.Reader.PostJsonAsync("/api/triage", new { text = "x", priority = "soon" })).Is(HttpStatusCode.UnprocessableEntity).Fields.ShouldBe(["priority"]);
    }

    [Fact]
    public async Task Model_BeforeTheFirstTraining_IsNone()
    {
        var model = (await _console.Reader.GetJsonAsync("/api/triage/model")).Is(HttpStatusCode.OK).Json;

        (model.GetProperty("version").ValueKind, model.GetProperty("answers").GetBoolean()).ShouldBe((System.Text.Json.JsonValueKind.Null, false));
    }
}
