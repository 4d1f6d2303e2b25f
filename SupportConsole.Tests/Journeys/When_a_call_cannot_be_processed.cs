using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Intake;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

public sealed class When_a_call_cannot_be_processed : IAsyncLifetime
{
    private readonly FailingDetector _detector = new();
    private ApiConsole _console = null!;

    public async Task InitializeAsync()
    {
        _console = await ApiConsole.StartAsync(services => services.AddSingleton<ICallDetector>(_detector));
        await _console.MakeProjectAsync("poison");
    }

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task The_others_land_and_it_is_given_up_with_its_reason_until_somebody_retries()
    {
        var id = await SendAsync("bad", "poison");
        var good = await SendAsync("good", "cars");
        await _console.ProcessedAsync();

        (await ProcessingAsync(good)).Text("state").ShouldBe("processed");
        var waiting = await ProcessingAsync(id);
        waiting.Text("state").ShouldBe("waiting");
        waiting.Number("attempts").ShouldBe(1);
        waiting.Text("next_attempt_at").ShouldBe("2026-03-02T09:00:05Z");

        for (var attempt = 2; attempt <= 5; attempt++)
        {
            _console.Clock.Advance(TimeSpan.FromHours(1));
            await _console.ProcessedAsync();
            (await ProcessingAsync(id)).Number("attempts").ShouldBe(attempt);
        }

        var givenUp = await ProcessingAsync(id);
        givenUp.Text("state").ShouldBe("given_up");
        givenUp.Text("fault").ShouldBe(FailingDetector.Fault);
        _console.Clock.Advance(TimeSpan.FromDays(1));
        await _console.ProcessedAsync();
        (await ProcessingAsync(id)).Number("attempts").ShouldBe(5);

        _detector.Fails = false;
        (await RetryAsync(id)).Is(HttpStatusCode.OK).Json.GetProperty("processing").GetProperty("state").GetString().ShouldBeOneOf("waiting", "processed"); // The worker may have it before the answer is written.
        await _console.ProcessedAsync();
        (await ProcessingAsync(id)).Text("state").ShouldBe("processed");
        (await RetryAsync(id)).Is(HttpStatusCode.Conflict);
        (await RetryAsync(id + 1000)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_row_that_cannot_even_be_read_holds_up_nobody()
    {
        var id = await SendAsync("bad", "poison");
        await _console.ProcessedAsync(); // Else the worker may have read it while it could be read.
        _detector.Fails = false;
        await _console.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "Calls" SET "Fields" = 'no json', "ProcessedAt" = NULL, "Attempts" = 0, "NextAttemptAt" = NULL WHERE "Id" = {id}"""));
        var good = await SendAsync("good", "poison");

        await _console.ProcessedAsync();

        (await ProcessingAsync(good)).Text("state").ShouldBe("processed");
        (await _console.ReadAsync(db => db.Calls.Where(call => call.Id == id).Select(call => call.Fault).SingleAsync())).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Those_who_may_not_see_personal_data_read_its_reason_without()
    {
        var id = await SendAsync("bad", "poison");
        await _console.ProcessedAsync();
        await _console.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "Calls" SET "GaveUpAt" = "ReceivedAt", "Fault" = 'No room for jan@example.com, sorry.' WHERE "Id" = {id}"""));

        var events = _console.Get<EventQueries>();

        (await events.FailedAsync(masked: true)).Rows.ShouldHaveSingleItem().Fault.ShouldBe("No room for •••@•••, sorry.");
        (await events.FailedAsync(masked: false)).Rows.ShouldHaveSingleItem().Fault.ShouldBe("No room for jan@example.com, sorry.");
    }

    private Task<Answer> RetryAsync(long id) => _console.Admin.PostJsonAsync($"/api/calls/{id}/retry", new { });

    private async Task<long> SendAsync(string callId, string project) =>
        (await _console.Sender.PostJsonAsync("/api/calls", _console.Call(callId, captured: true, project))).Is(HttpStatusCode.Accepted).Number("id");

    private async Task<Answer> ProcessingAsync(long id)
    {
        var call = (await _console.Reader.GetJsonAsync($"/api/calls/{id}")).Is(HttpStatusCode.OK);
        return call with { Json = call.Json.GetProperty("processing") };
    }

    private sealed class FailingDetector : ICallDetector
    {
        public const string Fault = "This project is too much for me.";

        public bool Fails { get; set; } = true;

        public string Name => "failing";

        public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options) =>
            Fails && snapshot.Project.ExternalId == "poison" ? throw new InvalidOperationException(Fault) : [];
    }
}
