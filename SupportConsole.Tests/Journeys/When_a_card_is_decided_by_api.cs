using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

public sealed class When_a_card_is_decided_by_api : IAsyncLifetime
{
    private ApiConsole _console = null!;

    public async Task InitializeAsync()
    {
        _console = await ApiConsole.StartAsync();
        await _console.CallsAsync(40, captured: 12);
    }

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task It_is_accepted_once_served_and_undone_to_the_byte()
    {
        var card = await _console.CardAsync();
        card.GetProperty("type").GetString().ShouldBe("missing_data");
        card.GetProperty("status").GetString().ShouldBe("pending");
        card.GetProperty("current_metrics").GetProperty("missing_data_rate").GetDouble().ShouldBe(0.7);
        card.GetProperty("current_metrics").GetProperty("success_rate").GetDouble().ShouldBe(1);
        var promise = card.GetProperty("expected_impact");
        promise.GetProperty("missing_data_reduction_points").GetDouble().ShouldBeInRange(
            promise.GetProperty("interval").GetProperty("low_points").GetDouble(), promise.GetProperty("interval").GetProperty("high_points").GetDouble());
        promise.GetProperty("estimated_roi").GetString()!.ShouldMatch("^Save [1-9][0-9]* minutes per 100 calls$");
        var revision = card.GetProperty("revision").GetInt32();

        var stale = (await Decide("accept", new { revision = revision + 1 })).Is(HttpStatusCode.Conflict);
        stale.Text("outcome").ShouldBe("target_moved");
        (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions")).Text("text").ShouldBe(ApiConsole.Instructions);

        var accepted = (await Decide("accept", new { revision })).Is(HttpStatusCode.OK);
        accepted.Json.GetRawText().ShouldBe("""{"success":true,"status":"applied","instruction_version":2}""");
        var served = (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions?call_id=next")).Is(HttpStatusCode.OK);
        served.Number("version").ShouldBe(2);
        served.Text("text")!.ShouldContain("repeat it back");
        served.Number("suggestion_id").ShouldBe(1);

        (await Decide("accept", new { revision })).Is(HttpStatusCode.Conflict).Text("outcome").ShouldBe("already_decided");
        (await Decide("reject", new { reason = "not_now" })).Is(HttpStatusCode.Conflict).Text("outcome").ShouldBe("already_decided");

        (await Decide("undo")).Is(HttpStatusCode.OK).Text("status").ShouldBe("rolled_back");
        (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions")).Text("text").ShouldBe(ApiConsole.Instructions);
        (await Decide("undo")).Is(HttpStatusCode.Conflict).Text("outcome").ShouldBe("already_decided");
        (await AuditAsync()).ShouldBe(["suggestion.accepted", "suggestion.applied", "suggestion.undone"]);
    }

    [Fact]
    public async Task Two_admins_at_once_make_one_version()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Decide("accept", new { revision = 1 })));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(answer => answer.Status != HttpStatusCode.OK)
            .ShouldAllBe(answer => answer.Status == HttpStatusCode.Conflict && answer.Text("outcome") == "already_decided");
        (await _console.ReadAsync(db => db.InstructionVersions.CountAsync())).ShouldBe(2);
        (await AuditAsync()).ShouldBe(["suggestion.accepted", "suggestion.applied"]);
    }

    [Fact]
    public async Task Instructions_that_moved_under_it_are_not_overwritten()
    {
        var next = new { text = "## Capture price\nAsk for the price twice.\n", why = "By hand", expected_version = 1 };
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, "/api/projects/cars/instructions", next)).Is(HttpStatusCode.OK).Number("version").ShouldBe(2);
        var late = (await _console.Admin.SendJsonAsync(HttpMethod.Put, "/api/projects/cars/instructions", next with { text = "Other." })).Is(HttpStatusCode.Conflict);
        late.Text("outcome").ShouldBe("target_moved");
        late.Number("instruction_version").ShouldBe(2);

        (await Decide("accept", new { revision = 1 })).Is(HttpStatusCode.Conflict).Text("outcome").ShouldBe("target_moved");

        var card = await _console.CardAsync();
        card.GetProperty("target_version").GetInt32().ShouldBe(2);
        card.GetProperty("current_instruction").GetString().ShouldBe("Ask for the price twice.");
        (await Decide("accept", new { revision = card.GetProperty("revision").GetInt32() })).Is(HttpStatusCode.OK).Number("instruction_version").ShouldBe(3);
    }

    [Fact]
    public async Task A_rejection_needs_its_reason_and_can_be_taken_back()
    {
        (await Decide("reject")).Fields.ShouldBe(["reason"]);
        (await Decide("reject", new { reason = "because" })).Fields.ShouldBe(["reason"]);

        (await Decide("reject", new { reason = "wrong_cause", comment = "They never had one." })).Is(HttpStatusCode.OK).Text("status").ShouldBe("rejected");
        (await _console.Reader.GetJsonAsync("/api/suggestions/1")).Text("reject_reason").ShouldBe("wrong_cause");

        (await Decide("reopen")).Is(HttpStatusCode.OK).Text("status").ShouldBe("pending");
        await _console.CardAsync();
    }

    [Fact]
    public async Task A_snoozed_card_is_out_of_sight_until_its_time()
    {
        (await Decide("snooze", new { })).Fields.ShouldBe(["until"]);
        (await Decide("snooze", new { until = _console.Clock.GetUtcNow() })).Fields.ShouldBe(["until"]);
        (await Decide("snooze", new { until = _console.Clock.GetUtcNow().AddHours(2) })).Is(HttpStatusCode.OK).Text("status").ShouldBe("pending");
        (await ListAsync("?view=open")).ShouldBeEmpty();
        (await ListAsync("?view=snoozed")).Count.ShouldBe(1);

        _console.Clock.Advance(TimeSpan.FromHours(3));
        await _console.CardAsync();
    }

    [Fact]
    public async Task A_card_of_another_project_is_not_there()
    {
        await _console.MakeProjectAsync("other");

        (await _console.Admin.PostJsonAsync("/api/projects/other/suggestions/1/accept")).Is(HttpStatusCode.NotFound);
        (await _console.Admin.PostJsonAsync("/api/projects/nobody/suggestions/1/accept")).Is(HttpStatusCode.NotFound);
        (await _console.Admin.PostJsonAsync("/api/projects/cars/suggestions/99/accept")).Is(HttpStatusCode.NotFound);
        (await _console.CardAsync()).GetProperty("status").GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task Generate_counts_what_was_just_received_and_answers_the_cards()
    {
        await _console.MakeProjectAsync("boats");
        foreach (var post in Enumerable.Range(0, 40).Select(i => _console.Sender.PostJsonAsync("/api/calls", _console.Call($"boat-{i}", i < 5, "boats"))))
            (await post).Is(HttpStatusCode.Accepted);

        var generated = (await _console.Admin.PostJsonAsync("/api/projects/boats/suggestions/generate")).Is(HttpStatusCode.OK);

        generated.Json.GetProperty("suggestions").EnumerateArray().ShouldHaveSingleItem();
        (await _console.Reader.GetJsonAsync("/api/projects/boats")).Json.GetProperty("metrics").GetProperty("calls").GetInt32().ShouldBe(40);
        (await _console.Admin.PostJsonAsync("/api/projects/boats/suggestions/generate")).Is(HttpStatusCode.OK).Number("created").ShouldBe(0);
    }

    [Fact]
    public async Task Lists_are_read_page_by_page_and_a_wrong_page_is_named()
    {
        (await _console.Reader.GetJsonAsync("/api/projects/cars/suggestions?view=none")).Fields.ShouldBe(["view"]);
        (await _console.Reader.GetJsonAsync("/api/projects/cars/suggestions?cursor=x&limit=0")).Fields.ShouldBe(["limit", "cursor"]);
        await Decide("accept");
        await Decide("undo");
        await _console.ReadAsync(db => db.Suggestions.Where(card => card.Id == 1).ExecuteUpdateAsync(card => card
            .SetProperty(row => row.MeasureAt, (DateTime?)null).SetProperty(row => row.Verdict, Verdict.Held))); // It had helped, so its problem need not rest.
        await _console.CallsAsync(40, captured: 12, prefix: "more");

        var all = await ListAsync("");
        all.Select(card => card.GetProperty("status").GetString()).ShouldBe(["pending", "rolled_back"]);
        var first = await _console.Reader.GetJsonAsync("/api/projects/cars/suggestions?limit=1");
        var second = await _console.Reader.GetJsonAsync($"/api/projects/cars/suggestions?limit=1&cursor={first.Text("next_cursor")}");
        new[] { first, second }.SelectMany(page => page.Json.GetProperty("suggestions").EnumerateArray()).Select(card => card.GetProperty("id").GetInt64())
            .ShouldBe([2, 1]);
        second.Json.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private Task<Answer> Decide(string what, object? body = null) => _console.Admin.PostJsonAsync($"/api/projects/cars/suggestions/1/{what}", body);

    private async Task<List<JsonElement>> ListAsync(string query) =>
        [.. (await _console.Reader.GetJsonAsync("/api/projects/cars/suggestions" + query)).Is(HttpStatusCode.OK).Json.GetProperty("suggestions").EnumerateArray()];

    private Task<List<string>> AuditAsync() =>
        _console.ReadAsync(db => db.AuditEntries.Where(row => row.TargetKind == "suggestion").OrderBy(row => row.Id).Select(row => row.Action).ToListAsync());
}
