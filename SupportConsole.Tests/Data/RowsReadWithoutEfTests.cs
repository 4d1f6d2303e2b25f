using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Data;

/// <summary>What is read without EF Core for speed is the row that EF Core reads: a column that one of them forgot would be lost without a word.</summary>
public sealed class RowsReadWithoutEfTests : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public async Task DisposeAsync() => await _loop.DisposeAsync();

    [Fact]
    public async Task A_call_is_the_same_either_way()
    {
        await _loop.CallsAsync(1, captured: 1);
        await _loop.FailedCallsAsync(1);
        var later = _loop.Clock.GetUtcNow().UtcDateTime.AddHours(1);
        await _loop.Get<WriteGate>().WriteAsync(db => db.Calls.ExecuteUpdateAsync(call => call
            .SetProperty(row => row.ProcessedAt, (DateTime?)null).SetProperty(row => row.Attempts, 1).SetProperty(row => row.NextAttemptAt, later)));

        await using var db = await _loop.ContextAsync();
        var raw = Call.Waiting(db, later, 10);

        // When it is tried again tells whether it is read, and nothing of what is done with it.
        var known = (await db.Calls.AsNoTracking().ToListAsync()).Select(call => JsonSerializer.SerializeToNode(call)!.AsObject()).ToList();
        known.ForEach(call => call[nameof(Call.NextAttemptAt)] = null);
        raw.Select(call => JsonSerializer.Serialize(call)).ShouldBe(known.Select(call => call.ToJsonString()));
        raw.Count.ShouldBe(2);
        JsonSerializer.Serialize(Call.Waiting(db, raw[1].Id)).ShouldBe(JsonSerializer.Serialize(raw[1..]));
        Call.Waiting(db, later.AddTicks(-1), 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_project_is_the_same_either_way()
    {
        await _loop.CallsAsync(40, captured: 12);

        await using var db = await _loop.ContextAsync();
        var raw = Project.Read(db, _loop.Project.Id);
        var tracked = await db.Projects.AsNoTracking().SingleAsync(row => row.Id == _loop.Project.Id);

        raw!.LastCheckedAt.ShouldNotBeNull();
        JsonSerializer.Serialize(raw).ShouldBe(JsonSerializer.Serialize(tracked));
    }

    [Fact]
    public async Task The_newest_card_of_a_problem_is_the_same_either_way()
    {
        await _loop.CallsAsync(40, captured: 12);
        await _loop.Decisions.RejectAsync((await _loop.OpenCardAsync()).Id, null, RejectReason.NotNow, null, Loop.Admin);

        await using var db = await _loop.ContextAsync();
        var tracked = await db.Suggestions.AsNoTracking().SingleAsync();
        var raw = LastCard.Read(db, tracked.Fingerprint);

        var all = JsonSerializer.SerializeToElement(tracked);
        foreach (var property in JsonSerializer.SerializeToElement(raw).EnumerateObject().Where(property => property.Name != nameof(LastCard.Evidence)))
            property.Value.GetRawText().ShouldBe(all.GetProperty(property.Name).GetRawText(), property.Name);
        raw!.QuietUntil.ShouldNotBeNull();
        raw.Evidence.WindowTotal.ShouldBe(tracked.Evidence.WindowTotal);
        raw.Evidence.To.ShouldBe(tracked.Evidence.To);
        raw.Evidence.Causes.ShouldBe(tracked.Evidence.Causes);
    }
}
