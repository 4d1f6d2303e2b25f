using System.Collections.Concurrent;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Access;

/// <summary>
/// Remembers what was read about a session or key for a few seconds, so that not every request costs a query, and forgets
/// it as soon as somebody's access changes in this process.
/// </summary>
internal sealed class CheckedRows<TKey, TRow> : IDisposable
    where TKey : notnull
    where TRow : class
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _holds;
    private readonly IDisposable _subscription;
    private int _changes;

    public CheckedRows(LiveFeed feed, TimeProvider clock, TimeSpan holds)
    {
        _clock = clock;
        _holds = holds;
        _subscription = feed.Subscribe([LiveTopic.Access], _ => Forget());
    }

    /// <summary>What <paramref name="read"/> found, now or a moment ago. Null, which a stranger could ask for at will, is not kept.</summary>
    public async ValueTask<TRow?> GetAsync(TKey key, Func<Task<TRow?>> read)
    {
        if (_entries.TryGetValue(key, out var entry) && _clock.GetElapsedTime(entry.At) < _holds)
        {
            return entry.Row;
        }

        var changes = Volatile.Read(ref _changes);
        var at = _clock.GetTimestamp();
        var row = await read();
        if (_entries.Count >= MostKept)
        {
            _entries.Clear();
        }

        if (row is null)
        {
            _entries.TryRemove(key, out _);
        }
        else
        {
            _entries[key] = new Entry(row, at);
        }

        // What changed while we read may have been read too early to be seen.
        if (changes != Volatile.Read(ref _changes))
        {
            _entries.TryRemove(key, out _);
        }

        return row;
    }

    public void Dispose() => _subscription.Dispose();

    private void Forget()
    {
        Interlocked.Increment(ref _changes);
        _entries.Clear();
    }

    private sealed record Entry(TRow Row, long At);
}
