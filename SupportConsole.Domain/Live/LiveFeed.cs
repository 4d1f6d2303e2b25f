using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace SupportConsole.Domain.Live;

/// <summary>
/// Tells subscribers in this process what has been committed. Announced only by the data layer, after the commit,
/// so that whoever reads again finds what was announced.
/// </summary>
public sealed partial class LiveFeed(ILogger<LiveFeed> logger)
{
    private readonly long[] _changes = new long[Enum.GetValues<LiveTopic>().Length];
    private ImmutableList<Subscription> _subscriptions = [];

    /// <summary>The number of open subscriptions: a page that does not dispose shows here.</summary>
    public int SubscriberCount => _subscriptions.Count;

    /// <summary>How many changes of a topic were announced so far; it has risen before any subscriber hears of one.</summary>
    public long ChangesOf(LiveTopic topic) => Interlocked.Read(ref _changes[(int)topic]);

    /// <summary>
    /// Calls <paramref name="onChange"/> for every change of <paramref name="topics"/> until the result is disposed.
    /// It runs on the announcing thread and must return at once.
    /// </summary>
    public IDisposable Subscribe(IReadOnlyCollection<LiveTopic> topics, Action<LiveChange> onChange)
    {
        var subscription = new Subscription(this, [.. topics], onChange);
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Add(subscription));
        return subscription;
    }

    /// <summary>Tells every subscriber of the change's topic. A subscriber that throws is logged and does not stop the others.</summary>
    public void Announce(LiveChange change)
    {
        Interlocked.Increment(ref _changes[(int)change.Topic]);
        foreach (var subscription in _subscriptions)
        {
            if (!subscription.Topics.Contains(change.Topic))
            {
                continue;
            }

            try
            {
                subscription.OnChange(change);
            }
            catch (Exception fault)
            {
                LogSubscriberFault(fault, change.Topic);
            }
        }
    }

    private void Drop(Subscription subscription) =>
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Remove(subscription));

    [LoggerMessage(Level = LogLevel.Error, Message = "A live subscriber failed on {Topic}")]
    private partial void LogSubscriberFault(Exception fault, LiveTopic topic);

    private sealed class Subscription(LiveFeed feed, ImmutableHashSet<LiveTopic> topics, Action<LiveChange> onChange) : IDisposable
    {
        public ImmutableHashSet<LiveTopic> Topics { get; } = topics;

        public Action<LiveChange> OnChange { get; } = onChange;

        public void Dispose() => feed.Drop(this);
    }
}
