using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Data;

public sealed class WriteGateTests : IAsyncLifetime
{
    private Loop _loop = null!;

    private WriteGate Gate => _loop.Get<WriteGate>();

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Telling_WhileListenersAreSlow_KeepsNoOtherWriterWaiting()
    {
        Task? other = null;
        using var page = _loop.Get<LiveFeed>().Subscribe([LiveTopic.Project], _ =>
        {
            // Still inside the first write's telling: without its turn being over this would wait for itself.
            other = Gate.WriteAsync(db => Task.CompletedTask);
            other.Wait(TimeSpan.FromSeconds(10)).ShouldBeTrue();
        });

        await Gate.WriteAsync(db =>
        {
            db.Announce(LiveTopic.Project, 1);
            return Task.CompletedTask;
        });

        await other.ShouldNotBeNull();
    }

    [Fact]
    public async Task Telling_OfAWriteThatFails_DoesNotHappen()
    {
        var heard = 0;
        using var page = _loop.Get<LiveFeed>().Subscribe([LiveTopic.Project], _ => heard++);

        await Should.ThrowAsync<InvalidOperationException>(() => Gate.WriteAsync(db =>
        {
            db.Announce(LiveTopic.Project, 1);
            throw new InvalidOperationException();
        }));

        heard.ShouldBe(0);
    }

    [Fact]
    public async Task Saving_PastTheGate_IsRefused()
    {
        await using var db = await _loop.ContextAsync();
        db.Audit(Actor.System, "project.paused", "project", 1, new { });

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        (await db.AuditEntries.AsNoTracking().CountAsync(entry => entry.Action == "project.paused")).ShouldBe(0);
    }
}
