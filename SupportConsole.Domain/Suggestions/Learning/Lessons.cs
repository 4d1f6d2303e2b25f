using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>Takes back what was learned from people's rejections. What was measured stays: it is what happened.</summary>
public sealed class Lessons(WriteGate gate)
{
    /// <summary>
    /// Has the rejections of a cause from before <paramref name="since"/> count no more; null counts all of them again. Answers what held
    /// before, which takes it back.
    /// </summary>
    public Task<DateTime?> ForgetRejectionsAsync(string cause, DateTime? since, Actor actor, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                var forgotten = await db.RejectionsForgotten.FindAsync([cause], cancellation);
                var before = forgotten?.Since;
                switch (forgotten, since)
                {
                    case (null, { } from):
                        db.RejectionsForgotten.Add(new RejectionsForgotten { Cause = cause, Since = from, By = actor.Name });
                        break;
                    case (not null, { } from):
                        (forgotten.Since, forgotten.By) = (from, actor.Name);
                        break;
                    case (not null, null):
                        db.RejectionsForgotten.Remove(forgotten);
                        break;
                }

                if (since is null)
                {
                    db.Audit(actor, "rejections.remembered", "cause", 0, new { cause, before });
                }
                else
                {
                    db.Audit(actor, "rejections.forgotten", "cause", 0, new { cause, since, before });
                }

                await Standings.RerankAsync(db, cause, cancellation);
                db.Announce(LiveTopic.Suggestion, 0);
                return before;
            },
            cancellation);
}
