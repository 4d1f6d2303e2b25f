using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>
/// When sessions, keys and webhooks were last used. Requests only note it; one commit now and then writes what was noted,
/// so that no request waits for a write, and nothing is written more than once a minute.
/// </summary>
public sealed class SeenTimes(WriteGate gate, TimeProvider clock, IOptions<AccessOptions> options)
{
    private readonly ConcurrentDictionary<Guid, DateTime> _sessions = new();
    private readonly ConcurrentDictionary<long, DateTime> _keys = new();
    private readonly ConcurrentDictionary<long, DateTime> _webhooks = new();
    private DateTime _written = DateTime.MinValue;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void Session(Guid id) => _sessions[id] = Now;

    public void ApiKey(long id) => _keys[id] = Now;

    public void Webhook(long id) => _webhooks[id] = Now;

    /// <summary>Writes what was noted, when the last time is long enough ago.</summary>
    public async Task WriteAsync(CancellationToken cancellation = default)
    {
        if (Now - _written < TimeSpan.FromSeconds(options.Value.SeenSeconds) || (_sessions.IsEmpty && _keys.IsEmpty && _webhooks.IsEmpty))
        {
            return;
        }

        _written = Now;
        var (sessions, keys, webhooks) = (Take(_sessions), Take(_keys), Take(_webhooks));
        await gate.WriteAsync(
            async db =>
            {
                foreach (var (id, at) in sessions)
                {
                    await db.PersonSessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, at), cancellation);
                }

                foreach (var (id, at) in keys)
                {
                    await db.ApiKeys.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, at), cancellation);
                }

                foreach (var (id, at) in webhooks)
                {
                    await db.Webhooks.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, at), cancellation);
                }
            },
            cancellation);
    }

    private static List<KeyValuePair<TKey, DateTime>> Take<TKey>(ConcurrentDictionary<TKey, DateTime> noted)
        where TKey : notnull
    {
        var taken = noted.ToList();
        taken.ForEach(entry => noted.TryRemove(entry)); // Not what was noted again meanwhile.
        return taken;
    }
}
