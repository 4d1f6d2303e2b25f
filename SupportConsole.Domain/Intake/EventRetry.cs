using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake;

/// <summary>Puts events that were given up back in the queue: by hand, once what stopped them is mended.</summary>
public sealed class EventRetry(WriteGate gate, Doorbell doorbell)
{
    /// <summary>Retries one; false when it was not given up (any more).</summary>
    public async Task<bool> RetryAsync(long callId, Actor actor, CancellationToken cancellation = default) =>
        await WriteAsync(callId, actor, cancellation) > 0;

    /// <summary>Retries all of them; returns how many.</summary>
    public Task<int> RetryAllAsync(Actor actor, CancellationToken cancellation = default) => WriteAsync(null, actor, cancellation);

    private async Task<int> WriteAsync(long? callId, Actor actor, CancellationToken cancellation)
    {
        var retried = await gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                var count = await Call.RetryAsync(db, callId, cancellation);
                if (count > 0)
                {
                    db.Audit(actor, "event.retried", "event", callId ?? 0, new { Events = count });
                    db.Announce(LiveTopic.Call, 0);
                }

                return count;
            },
            cancellation);
        doorbell.Ring();
        return retried;
    }
}
