using System.Net;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

/// <summary>
/// One call campaign, one card, one accept and one undo, with the console killed hard at every step of the line. After each kill the
/// file is looked at before anything else opens it; a sender or admin who got no answer simply asks again.
/// </summary>
public sealed class When_the_process_is_killed : IAsyncLifetime
{
    /// <summary>When each process is killed in turn, and what the file must hold then: the card, versions of the instructions, judged promises.</summary>
    private static readonly (string When, string? Left)[] Kills =
    [
        ("recorded call-5", "no card, 1 version, 0 judged"),
        ("executing WHERE \"ProcessedAt\" IS NULL AND \"GaveUpAt\" IS NULL AND", "no card, 1 version, 0 judged"), // Reads the calls of its batch.
        ("executing FROM \"Suggestions\" WHERE \"Fingerprint\" =", "no card, 1 version, 0 judged"), // Has taken and counted them, and looks for cards.
        ("committing FROM \"Suggestions\" WHERE \"Fingerprint\" =", "no card, 1 version, 0 judged"),
        ("committed FROM \"Suggestions\" WHERE \"Fingerprint\" =", null), // How many calls the first batch held is chance, and so whether they were enough for a card.
        ("committing suggestion.accepted", "Pending, 1 version, 0 judged"),
        ("committed suggestion.accepted", "Accepted, 1 version, 0 judged"),
        ("committing suggestion.applied", "Accepted, 1 version, 0 judged"),
        ("committed suggestion.applied", "Applied, 2 versions, 0 judged"),
        ("committing INSERT INTO \"Outcomes\"", "Applied, 2 versions, 0 judged"),
        ("committed INSERT INTO \"Outcomes\"", "Applied, 2 versions, 1 judged"),
        ("committing suggestion.undone", "Applied, 2 versions, 1 judged"),
        ("committed suggestion.undone", "RolledBack, 3 versions, 1 judged"),
    ];

    private readonly KilledConsole _console = new(Kills);

    public Task InitializeAsync() => _console.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task Nothing_answered_is_lost_nothing_is_done_twice_and_what_was_begun_is_finished()
    {
        await _console.MakeProjectAsync();
        await _console.SendCallsAsync("call", 40, captured: 12, version: 1);
        var card = await _console.UntilAsync("suggestions?view=open", list => list.GetProperty("suggestions").EnumerateArray().Any());

        _console.KillsLeft.ShouldBeInRange(8, 9); // The last of the first five may strike while the card is read.
        var path = $"suggestions/{card.GetProperty("suggestions")[0].GetProperty("id")}";
        // Accepted by a process that could not say so any more, and applied by a later one as it started.
        (await _console.SendAsync(HttpMethod.Post, $"{path}/accept")).Is(HttpStatusCode.Conflict).Text("outcome").ShouldBe("already_decided");
        await _console.UntilAsync("suggestions", list => list.GetProperty("suggestions")[0].GetProperty("status").ToString() == "applied");

        await _console.SendCallsAsync("later", 400, captured: 380, version: 2);
        await _console.UntilAsync("suggestions", list => list.GetProperty("suggestions")[0].GetProperty("verdict").ToString() == "held");
        (await _console.SendAsync(HttpMethod.Post, $"{path}/undo")).Is(HttpStatusCode.Conflict).Text("suggestion_status").ShouldBe("rolled_back");
        _console.KillsLeft.ShouldBe(0);

        (await _console.SendAsync(HttpMethod.Get, "instructions")).Is(HttpStatusCode.OK).Text("text").ShouldBe(ApiConsole.Instructions);
        await _console.StopAsync();
        (await _console.AuditAsync()).ShouldBe(["project.created", "suggestion.accepted", "suggestion.applied", "suggestion.undone"]);
        (await _console.NotificationsAsync()).ShouldBe(["instruction_suggestion", "suggestion_applied", "suggestion_judged"]);
    }
}
