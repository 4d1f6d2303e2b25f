using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

/// <summary>Nobody starts empty: calls of the past come in from a file, count like any other, and go out again without a trace.</summary>
public sealed class When_history_is_imported : IAsyncLifetime
{
    private readonly FullDisk _disk = new();
    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync(
        services => services.AddSingleton<IInterceptor>(_disk), ("Imports:RowsPerCommit", "7"), ("Imports:UndoRowsPerCommit", "5"), ("Imports:KeptFaults", "3"));

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")] // As Excel's "Unicode text" is.
    [InlineData("utf-16BE")]
    public async Task A_Dutch_export_with_quotes_and_line_ends_lands_as_it_was(string encoding)
    {
        var file = Encoding.GetEncoding(encoding).GetBytes(
            "\uFEFFGespreks-ID;Project;Uitkomst;Begintijd;Duur;Klantnummer;price;Transcript;Notitie\r\n"
            + "g-1;cars;voltooid;01-03-2026 10:00;1:30;k-1;\"200; of meer\";\"agent: Welke prijs?\nklant: \"\"200\"\"\nof meer\";x\r\n"
            + "\r\n"
            + "g-2;cars;mislukt;01-03-2026 11:00;20,4;;;;\r\n");
        var id = (await _console.Admin.UploadAsync(file, "export.csv")).Is(HttpStatusCode.Created).Number("id");

        (await _console.DoAsync(id, "start")).Counts().ShouldBe((2, 0, 0));

        var calls = await _console.ReadAsync(db => db.Calls.OrderBy(call => call.Id).ToListAsync());
        calls.Select(call => (call.ExternalId, call.Status, call.DurationSeconds, call.CustomerId, call.InstructionVersion)).ShouldBe(
            [("g-1", CallStatus.Completed, 90, "k-1", 1), ("g-2", CallStatus.Failed, 20, null, 1)]);
        calls[0].StartedAt.ShouldBe(new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc)); // Ten in Amsterdam.
        calls[0].Fields.ShouldBe(new Dictionary<string, string> { ["price"] = "200; of meer" });
        calls[0].Transcript.ShouldBe([new(Speaker.Agent, "Welke prijs?", 0), new(Speaker.Customer, "\"200\"\nof meer", 0)]);
        calls.ShouldAllBe(call => call.Stage == CallStage.Processed && call.ImportId == id);
    }

    [Fact]
    public async Task A_call_counts_once_whoever_brings_it_and_how_often()
    {
        await _console.CallsAsync(3, captured: 3, prefix: "old");
        var file = _console.Jsonl(10);

        (await _console.DoAsync(await _console.UploadedAsync(file), "start")).Counts().ShouldBe((7, 3, 0));
        (await _console.DoAsync(await _console.UploadedAsync(file), "start")).Counts().ShouldBe((0, 10, 0));
        (await _console.Sender.PostJsonAsync("/api/calls", _console.Call("old-9", captured: true))).Is(HttpStatusCode.OK).Text("status").ShouldBe("duplicate");

        (await OutcomesAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task Lines_that_are_wrong_are_named_and_hold_up_no_other()
    {
        var good = _console.Jsonl(2);
        var file = $"{good}\n{{\"call_id\":\"=1+1\",\"project_id\":\"boats\",\"status\":\"completed\",\"started_at\":\"2026-03-01T10:00:00Z\",\"duration_seconds\":5}}\nno json\n{{\"call_id\":\"x\",\"status\":\"great\"}}\n";
        var id = await _console.UploadedAsync(file, "calls.jsonl");

        var check = (await _console.DoAsync(id, "check")).Json;
        check.GetProperty("status").GetString().ShouldBe("mapping");
        check.GetProperty("check").GetProperty("good").GetInt32().ShouldBe(2);
        check.GetProperty("check").GetProperty("faults")[0].GetProperty("line").GetInt32().ShouldBe(3);
        (await _console.ReadAsync(db => db.Calls.CountAsync())).ShouldBe(0);

        var done = await _console.DoAsync(id, "start");
        (done.Text("status"), done.Counts()).ShouldBe(("done_with_rejects", (2L, 0L, 3L)));
        var lines = (await _console.Reader.GetStringAsync($"/api/imports/{id}/faults.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        lines[1].ShouldBe("\"3\",\"'=1+1\",\"project_id\",\"There is no project with this id.\""); // No formula in a spreadsheet.
        lines[2].ShouldStartWith("\"4\",\"\",\"body\"");
        lines.Length.ShouldBe(5); // A head, the three that are kept, and that there are more.
        lines[^1].ShouldContain("3 lines were rejected");
    }

    [Fact]
    public async Task A_line_that_ends_in_the_middle_of_what_was_said_does_not_land()
    {
        const string file = """
            call_id,project_id,status,started_at,duration_seconds,customer_id,transcript,note
            a,cars,completed,2026-02-01T10:00:00Z,5,k-1,agent: Hello,x
            b,cars,completed,2026-02-01T10:00:00Z,5,k-2,agent: Hello
            c,cars,completed,2026-02-01T10:00:00Z,5,k-3
            customer: it broke off,x
            """;
        var id = await _console.UploadedAsync(file);

        (await _console.DoAsync(id, "start")).Counts().ShouldBe((2, 0, 2));

        (await _console.ReadAsync(db => db.Calls.OrderBy(call => call.Id).Select(call => call.ExternalId).ToListAsync())).ShouldBe(["a", "b"]);
        (await _console.Reader.GetStringAsync($"/api/imports/{id}/faults.csv")).ShouldContain("This line has 6 values, the header has 8.");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_said_and_lands_nothing_that_it_swallowed()
    {
        const string head = "call_id,project_id,status,started_at,duration_seconds,customer_id,transcript,note\na,cars,completed,2026-02-01T10:00:00Z,5,k-1,agent: Hello,x\n";
        const string fault = "A quote opened on line 3 is never closed; the lines from there to the end were read as one.";
        var id = await _console.UploadedAsync(head + "b,cars,completed,2026-02-01T10:00:00Z,5,k-2,agent: Hello,\"x\nc,cars,completed,2026-02-01T10:00:00Z,5,k-3,agent: Hello,x\n");
        (await _console.DoAsync(id, "check")).Text("fault").ShouldBe(fault);
        var failed = await _console.DoAsync(id, "start");
        (failed.Text("status"), failed.Text("fault")).ShouldBe(("failed", fault));
        (await _console.ReadAsync(db => db.Calls.CountAsync())).ShouldBe(0);

        var closed = await _console.UploadedAsync(head + "b,cars,completed,2026-02-01T10:00:00Z,5,k-2,\"agent: Hello,x\n\"c,cars,completed,2026-02-01T10:00:00Z,5,k-3,agent: Hello,x\nd,cars,completed,2026-02-01T10:00:00Z,5,k-4,agent: Hello,x\n");
        (await _console.DoAsync(closed, "start")).Counts().ShouldBe((2, 0, 1));
        (await _console.Reader.GetStringAsync($"/api/imports/{closed}/faults.csv")).ShouldContain("the lines from there to line 4 were read as one.");
    }

    [Fact]
    public async Task Undone_counts_are_exactly_what_they_were_even_when_the_project_asks_for_other_fields_since()
    {
        await _console.CallsAsync(12, captured: 5);
        await _console.Get<Domain.Suggestions.ProjectCheck>().CheckAsync(1);
        var before = await CountsAsync();
        var id = await _console.UploadedAsync(_console.Jsonl(40), "calls.jsonl");
        await _console.DoAsync(id, "start");
        (await CountsAsync()).ShouldNotBe(before);
        var project = await _console.ReadAsync(db => db.Projects.SingleAsync());
        var draft = new ProjectDraft(null, project.Name, project.Industry, project.Language, [new CaptureField("meter", "meter", Required: false)], null);
        (await _console.Get<ProjectEditing>().SaveSettingsAsync(project.Id, project.Revision, draft, Domain.Access.Actor.System)).ShouldBe(EditOutcome.Done);

        (await _console.DoAsync(id, "undo")).Text("status").ShouldBe("undone");

        (await CountsAsync()).ShouldBe(before);
        (await _console.ReadAsync(db => db.Calls.CountAsync())).ShouldBe(12);
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/undo")).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Stopped_by_a_full_disk_it_goes_on_where_it_was()
    {
        var id = await _console.UploadedAsync(_console.Jsonl(60), "calls.jsonl");
        _disk.FailsAt = 5; // Begins, writes, and in the middle of a batch there is no room.

        var failed = await _console.DoAsync(id, "start");
        failed.Text("status").ShouldBe("failed");
        failed.Text("fault").ShouldBe("There is no room.");
        failed.Number("records").ShouldBeInRange(1, 59);
        (await _console.ReadAsync(db => db.Calls.CountAsync())).ShouldBe((int)failed.Number("records"));

        (await _console.DoAsync(id, "start")).Counts().ShouldBe((60, 0, 0));
        (await OutcomesAsync()).ShouldBe(60);
    }

    [Fact]
    public async Task An_undo_that_a_full_disk_stopped_goes_on_as_an_undo_and_as_nothing_else()
    {
        var id = await _console.UploadedAsync(_console.Jsonl(60), "calls.jsonl");
        await _console.DoAsync(id, "start");
        _disk.FailsAt = 4; // It is asked for, two batches go, and then there is no room.

        var failed = await _console.DoAsync(id, "undo");
        failed.Text("status").ShouldBe("failed");
        failed.Number("removed").ShouldBeInRange(1, 59);

        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/start")).Is(HttpStatusCode.Conflict);
        var undone = await _console.DoAsync(id, "undo");
        (undone.Text("status"), undone.Number("removed")).ShouldBe(("undone", 60));
        (await _console.ReadAsync(db => db.Calls.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_history_shows_makes_cards_and_rings_no_bell()
    {
        await _console.DoAsync(await _console.UploadedAsync(_console.Jsonl(80, captured: _ => false), "calls.jsonl"), "start");

        (await _console.CardAsync()).GetProperty("status").GetString().ShouldBe("pending");
        (await _console.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_next_file_with_these_columns_starts_with_the_mapping_of_the_last()
    {
        const string head = "ref,how,at,secs,whatever\n";
        var id = await _console.UploadedAsync(head + "a,success,1772355600,60,x\n");
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/start")).Fields.ShouldBe(["call_id", "status", "started_at"], ignoreOrder: true);
        var mapping = new
        {
            columns = new Dictionary<string, string> { ["ref"] = "call_id", ["how"] = "status", ["at"] = "started_at", ["secs"] = "duration_seconds", ["whatever"] = "field:price" },
            project_id = "cars",
            times = "unix_seconds",
        };
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, $"/api/imports/{id}/mapping", mapping)).Is(HttpStatusCode.OK);
        (await _console.DoAsync(id, "start")).Counts().ShouldBe((1, 0, 0));

        (await _console.DoAsync(await _console.UploadedAsync(head + "b,failed,1772355700,60,\n"), "start")).Counts().ShouldBe((1, 0, 0));
    }

    [Fact]
    public async Task Live_calls_are_answered_while_it_runs()
    {
        var id = await _console.UploadedAsync(_console.Jsonl(400), "calls.jsonl");
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/start")).Is(HttpStatusCode.OK);

        await _console.CallsAsync(30, captured: 30, prefix: "live");
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/stop")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict); // Done already, perhaps.

        (await _console.ReadAsync(db => db.Calls.CountAsync(call => call.ImportId == null))).ShouldBe(30);
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest", "workbook")]
    [InlineData("", "empty")]
    [InlineData("[{}]", "JSON array")]
    [InlineData("only\none\n", "one column")]
    public async Task A_file_that_is_none_is_refused_with_the_reason_and_not_kept(string text, string why)
    {
        var answer = (await _console.Admin.UploadAsync(text)).Is(HttpStatusCode.UnprocessableEntity);

        answer.Json.GetProperty("errors").GetProperty("file")[0].GetString()!.ShouldContain(why);
        Directory.EnumerateFiles(Path.Combine(_console.Host.DataFolder, "imports")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_before_it_becomes_question_marks() =>
        (await _console.Admin.UploadAsync([.. "call_id,status\n1,caf"u8, 0xE9, .. "\n"u8], "latin.csv")).Is(HttpStatusCode.UnprocessableEntity);

    private Task<int> OutcomesAsync() => _console.ReadAsync(db => db.CallCounts.Where(row => row.Kind == CallCountKind.Outcome).SumAsync(row => row.Count));

    /// <summary>All counts, as text: two of them are the same or they are not.</summary>
    private Task<string> CountsAsync() => _console.ReadAsync(async db => string.Join('\n', (await db.CallCounts.AsNoTracking()
        .OrderBy(row => row.Bucket).ThenBy(row => row.Kind).ThenBy(row => row.Value).ToListAsync()).Select(row => $"{row.ProjectId} {row.Version} {row.Bucket:O} {row.Kind} {row.Value} {row.Count}")));

    /// <summary>Refuses one commit, once.</summary>
    private sealed class FullDisk : DbTransactionInterceptor
    {
        public int FailsAt { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            FailsAt > 0 && --FailsAt == 0 ? throw new IOException("There is no room.") : ValueTask.FromResult(result);
    }
}
