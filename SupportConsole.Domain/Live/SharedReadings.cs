using System.Collections.Concurrent;

namespace SupportConsole.Domain.Live;

/// <summary>
/// One reading for everyone who asks the same question between two changes: when something is announced, fifty open pages
/// read again at once, and the database is asked once. What is given out is shared, so nobody may change it.
/// </summary>
public sealed class SharedReadings(LiveFeed feed, TimeProvider clock)
{
    /// <summary>Answers that depend on the time (a snooze that ends) are wrong for at most this long.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    /// <summary>Questions kept at most: pages, filters and cards that are looked at right now.</summary>
    private const int Capacity = 500;

    private readonly ConcurrentDictionary<object, Entry> _entries = [];

    /// <summary>
    /// The answer to <paramref name="question"/> (a value that names it whole, such as a tuple of its arguments), read once
    /// until one of <paramref name="topics"/> changes.
    /// </summary>
    public async Task<T> GetAsync<T>(object question, IReadOnlyCollection<LiveTopic> topics, Func<Task<T>> read)
    {
        var stamp = topics.Sum(feed.ChangesOf);
        var now = clock.GetTimestamp();
        if (_entries.Count >= Capacity)
            _entries.Clear();
        var fresh = new Entry(stamp, now, new Lazy<Task>(read));
        var entry = _entries.AddOrUpdate(
            question, fresh, (_, kept) => kept.Stamp < stamp || clock.GetElapsedTime(kept.At, now) > MaxAge ? fresh : kept);

        try
        {
            return await (Task<T>)entry.Answer.Value;
        }
        catch
        {
            _entries.TryRemove(KeyValuePair.Create(question, entry));
            throw;
        }
    }

    private sealed record Entry(long Stamp, long At, Lazy<Task> Answer);
}
