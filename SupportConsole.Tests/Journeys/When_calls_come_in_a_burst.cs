using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

public sealed class When_calls_come_in_a_burst : IAsyncLifetime
{
    private const int Calls = 1_000;

    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task None_is_lost_and_none_is_doubled()
    {
        // Every call is sent twice at once, as a sender does that did not wait for the answer.
        var posts = Enumerable.Range(0, 2 * Calls).Select(i => _console.Sender.PostJsonAsync("/api/calls", _console.Call($"call-{i % Calls}", i % 10 == 0)));
        var answers = await Task.WhenAll(posts);

        answers.Count(answer => answer.Status == HttpStatusCode.Accepted).ShouldBe(Calls);
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(Calls);
        await _console.ProcessedAsync();
        (await _console.ReadAsync(db => db.Calls.CountAsync(call => call.ProcessedAt != null))).ShouldBe(Calls);
        (await _console.ReadAsync(db => db.CallCounts.Where(row => row.Kind == CallCountKind.Outcome).SumAsync(row => row.Count))).ShouldBe(Calls);
        (await _console.ReadAsync(db => db.CallCounts.Where(row => row.Kind == CallCountKind.AnyMissing).SumAsync(row => row.Count))).ShouldBe(Calls * 9 / 10);
        await _console.CardAsync();
    }
}
