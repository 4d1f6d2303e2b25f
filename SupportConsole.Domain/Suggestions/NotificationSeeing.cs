using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Marks notifications as seen by one person. Of no use to anybody else, so the audit does not note it.</summary>
public sealed class NotificationSeeing(WriteGate gate)
{
    /// <summary>Everything up to <paramref name="notificationId"/>: the newest that was on their screen, not one that came since.</summary>
    public Task SeenAsync(long personId, long notificationId, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var moved = await db.Users.Where(person => person.Id == personId && person.SeenNotificationId < notificationId)
                    .ExecuteUpdateAsync(person => person.SetProperty(row => row.SeenNotificationId, notificationId), cancellation);
                if (moved > 0)
                {
                    db.Announce(LiveTopic.Notification, 0);
                }
            },
            cancellation);
}
