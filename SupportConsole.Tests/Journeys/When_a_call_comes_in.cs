using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

public sealed class When_a_call_comes_in : IAsyncLifetime
{
    /// <summary>What a sender may get wrong, and the field that it should hear of.</summary>
    private static readonly (string Wrong, string Field)[] Wrong =
    [
        ("""{"call_id": 17}""", "call_id"),
        ("""{"call_id": ""}""", "call_id"),
        ("""{"call_id": "a\u0000b"}""", "call_id"),
        ("""{"call_id": "\ud800"}""", "call_id"),
        ("""{"project_id": "nobody"}""", "project_id"),
        ("""{"project_id": null}""", "project_id"),
        ("""{"status": "done"}""", "status"),
        ("""{"status": 1}""", "status"),
        ("""{"ended_by": "nobody"}""", "ended_by"),
        ("""{"started_at": "yesterday"}""", "started_at"),
        ("""{"started_at": 1772442000}""", "started_at"),
        ("""{"started_at": "2031-01-01T00:00:00Z"}""", "started_at"),
        ("""{"duration_seconds": "90"}""", "duration_seconds"),
        ("""{"duration_seconds": -1}""", "duration_seconds"),
        ("""{"duration_seconds": 1e999}""", "duration_seconds"),
        ("""{"instruction_version": 1.5}""", "instruction_version"),
        ("""{"instruction_version": 7}""", "instruction_version"),
        ("""{"fields": []}""", "fields"),
        ("""{"fields": {"price": {"amount": 200}}}""", "fields.price"),
        ("""{"transcript": "hello"}""", "transcript"),
        ("""{"transcript": [{"role": "agent", "text": "Hi"}, {"role": "robot", "text": "Hi"}]}""", "transcript[1].role"),
        ("""{"transcript": [{"role": "agent"}]}""", "transcript[0].text"),
        ("""{"transcript": [null]}""", "transcript[0]"),
    ];

    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task It_is_on_disk_when_answered_and_is_found_at_once_and_known_the_second_time()
    {
        var call = _console.Call("call-1", captured: true);

        var first = (await _console.Sender.PostJsonAsync("/api/calls", call)).Is(HttpStatusCode.Accepted);
        first.Text("status").ShouldBe("accepted");
        first.Text("call_id").ShouldBe("call-1");
        var found = (await _console.Reader.GetJsonAsync(first.Response.Headers.Location!.ToString())).Is(HttpStatusCode.OK);
        found.Number("id").ShouldBe(first.Number("id"));
        found.Text("project_id").ShouldBe("cars");
        found.Text("started_at").ShouldBe("2026-03-02T09:00:00Z");
        found.Json.GetProperty("fields").GetProperty("price").GetString().ShouldBe("200");
        found.Json.GetProperty("transcript")[1].GetProperty("at_ms").GetInt32().ShouldBe(4000);

        await _console.ProcessedAsync();
        var again = (await _console.Sender.PostJsonAsync("/api/calls", call)).Is(HttpStatusCode.OK);
        again.Text("status").ShouldBe("duplicate");
        again.Number("id").ShouldBe(first.Number("id"));
        (await _console.ReadAsync(db => db.Calls.CountAsync())).ShouldBe(1);
        var processed = (await _console.Reader.GetJsonAsync($"/api/calls/{first.Number("id")}")).Is(HttpStatusCode.OK);
        processed.Json.GetProperty("processing").GetProperty("state").GetString().ShouldBe("processed");
        processed.Number("instruction_version").ShouldBe(1);
    }

    [Fact]
    public async Task A_signed_delivery_is_recorded_once_however_often_it_is_replayed()
    {
        var body = JsonSerializer.Serialize(_console.Call("call-1", captured: true));
        var first = (await _console.DeliverAsync(body)).Is(HttpStatusCode.Accepted);
        (await _console.DeliverAsync(body)).Is(HttpStatusCode.OK).Number("id").ShouldBe(first.Number("id"));
        (await _console.Reader.GetJsonAsync($"/api/calls/{first.Number("id")}")).Text("source").ShouldBe("phones");

        (await _console.DeliverAsync(body, at: _console.Clock.GetUtcNow().AddMinutes(-6))).Is(HttpStatusCode.Unauthorized);
        (await _console.DeliverAsync(body, signature: "t=1772442000,v1=00")).Is(HttpStatusCode.Unauthorized);
        (await _console.DeliverAsync("""{"status": 1}""")).Fields.ShouldContain("status");
        (await _console.ReadAsync(db => db.Calls.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_its_field_and_nothing_is_kept()
    {
        foreach (var (wrong, field) in Wrong)
        {
            var answer = await _console.Sender.PostJsonAsync("/api/calls", Merge(_console.Call("call-1", captured: true), wrong));

            answer.Fields.ShouldBe([field], wrong);
            answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }

        foreach (var body in new[] { "", "[]", "null", """{"call_id": "call-1",""" })
            (await _console.Sender.PostJsonAsync("/api/calls", body)).Fields.ShouldBe(["body"], body);
        (await _console.ReadAsync(db => db.Calls.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once() =>
        (await _console.Sender.PostJsonAsync("/api/calls", """{"status": "done", "fields": {"a": []}}""")).Fields
            .ShouldBe(["status", "fields.a", "call_id", "project_id", "started_at", "duration_seconds"], ignoreOrder: true);

    [Fact]
    public async Task Numbers_and_booleans_in_fields_are_kept_as_text_and_unknown_names_are_ignored()
    {
        var body = Merge(
            _console.Call("call-1", captured: false),
            """{"fields": {"price": 12.50, "sold": true, "name": "Zoë", "none": null}, "duration_seconds": 61.6, "campaign": {"id": 3}}""");

        var id = (await _console.Sender.PostJsonAsync("/api/calls", body)).Is(HttpStatusCode.Accepted).Number("id");

        var call = await _console.Reader.GetJsonAsync($"/api/calls/{id}");
        call.Json.GetProperty("fields").EnumerateObject().Select(field => $"{field.Name}={field.Value}")
            .ShouldBe(["price=12.50", "sold=true", "name=Zoë"]);
        call.Number("duration_seconds").ShouldBe(62);
    }

    [Fact]
    public async Task What_the_sender_calls_its_body_does_not_matter()
    {
        using var body = new StringContent(JsonSerializer.Serialize(_console.Call("call-1", captured: true)), null, "application/x-www-form-urlencoded");

        (await _console.Sender.PostAsync("/api/calls", body)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read()
    {
        var huge = Merge(_console.Call("call-1", captured: true), $$"""{"failure_reason": "{{new string('x', 1_000_001)}}"}""");

        (await _console.Sender.PostJsonAsync("/api/calls", huge)).Is(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Calls_that_arrive_out_of_order_count_for_the_version_they_ran_on()
    {
        _console.Clock.Advance(TimeSpan.FromHours(1));
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, "/api/projects/cars/instructions", new { text = "Next.", why = "Shorter", expected_version = 1 })).Is(HttpStatusCode.OK);
        _console.Clock.Advance(TimeSpan.FromHours(1));

        await _console.Sender.PostJsonAsync("/api/calls", _console.Call("new", captured: true));
        await _console.Sender.PostJsonAsync("/api/calls", _console.Call("old", captured: true, age: TimeSpan.FromMinutes(90)));
        await _console.Sender.PostJsonAsync("/api/calls", _console.Call("before-the-project", captured: true, age: TimeSpan.FromDays(3)));
        await _console.ProcessedAsync();

        (await _console.ReadAsync(db => db.Calls.OrderBy(call => call.ExternalId).Select(call => call.InstructionVersion).ToListAsync())).ShouldBe([1, 2, 1]);
        (await _console.ReadAsync(db => db.CallCounts.Where(row => row.Value == "completed").OrderBy(row => row.Bucket).Select(row => row.Version).ToListAsync())).ShouldBe([1, 1, 2]);
    }

    /// <summary>The call as JSON, with these properties instead of its own.</summary>
    private static string Merge(object call, string changes)
    {
        var merged = JsonSerializer.SerializeToNode(call)!.AsObject();
        var overrides = JsonElement.Parse(changes).EnumerateObject().ToList();
        overrides.ForEach(property => merged.Remove(property.Name));
        return merged.ToJsonString()[..^1] + string.Concat(overrides.Select(property => $",\"{property.Name}\":{property.Value.GetRawText()}")) + "}";
    }
}
