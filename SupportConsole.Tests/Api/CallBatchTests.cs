using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

public sealed class CallBatchTests : IAsyncLifetime
{
    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync(settings: ("Api:MaxBatchRows", "50"));

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task Batch_WithBadLines_LandsTheGoodOnesAndNamesTheRest()
    {
        object[] calls =
        [
            _console.Call("a", captured: true), _console.Call("b", captured: false),
            new { call_id = "no-project", project_id = "nowhere", status = "completed", started_at = _console.Clock.GetUtcNow(), duration_seconds = 5 },
            new { call_id = "no-status", project_id = "cars", status = "so so", started_at = _console.Clock.GetUtcNow(), duration_seconds = -1 },
            7,
            _console.Call("a", captured: true),
        ];

        var answer = (await _console.Sender.PostJsonAsync("/api/calls/batch", calls)).Is(HttpStatusCode.Accepted);

        (answer.Number("accepted"), answer.Number("duplicates")).ShouldBe((2, 1));
        answer.Json.GetProperty("rejected").EnumerateArray().Select(row => $"{row.GetProperty("index")} {row.GetProperty("external_id")} {row.GetProperty("field")}")
            .ShouldBe(["2 no-project project_id", "3 no-status status", "3 no-status duration_seconds", "4  body"]);
        (await StoredAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Batch_SentAgainAsAnObject_ChangesNothing()
    {
        var calls = Enumerable.Range(0, 50).Select(i => _console.Call($"c-{i}", captured: true)).ToArray();
        (await _console.Sender.PostJsonAsync("/api/calls/batch", calls)).Is(HttpStatusCode.Accepted).Number("accepted").ShouldBe(50);

        var again = (await _console.Sender.PostJsonAsync("/api/calls/batch", new { calls })).Is(HttpStatusCode.Accepted);

        (again.Number("accepted"), again.Number("duplicates")).ShouldBe((0, 50));
        (await StoredAsync()).ShouldBe(50);
    }

    [Theory]
    [InlineData("[]", "at least one")]
    [InlineData("{\"calls\": 3}", "JSON array")]
    [InlineData("[1", "not valid JSON")]
    public async Task Batch_ThatIsNone_SaysWhatToSend(string body, string said) =>
        (await _console.Sender.PostJsonAsync("/api/calls/batch", body)).Is(HttpStatusCode.UnprocessableEntity).Json.GetRawText().ShouldContain(said);

    [Fact]
    public async Task Batch_OfWhichNothingCanBeKept_IsRefusedWithEveryReason()
    {
        var answer = await _console.Sender.PostJsonAsync("/api/calls/batch", new[] { new { call_id = "x" }, new { call_id = "y" } });

        answer.Is(HttpStatusCode.UnprocessableEntity).Json.GetProperty("rejected").GetArrayLength().ShouldBeGreaterThan(6);
    }

    [Fact]
    public async Task Batch_OfTooMany_IsRefusedWhole()
    {
        var calls = Enumerable.Range(0, 51).Select(i => _console.Call($"c-{i}", captured: true)).ToArray();

        (await _console.Sender.PostJsonAsync("/api/calls/batch", calls)).Is(HttpStatusCode.UnprocessableEntity);
        (await StoredAsync()).ShouldBe(0);
    }

    private async Task<int> StoredAsync()
    {
        await using var db = await _console.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        return await db.Calls.CountAsync();
    }
}
