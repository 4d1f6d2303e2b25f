using System.Threading.Channels;

namespace SupportConsole.Domain.Intake;

/// <summary>Wakes a worker: the event worker, or as another kind of bell another one. It carries nothing: what is to be done stands in the tables.</summary>
public class Doorbell
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Waits for a ring, at most <paramref name="longest"/>: calls that wait for another attempt ring no bell.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellation)
    {
        await using var timer = clock.CreateTimer(_ => Ring(), null, longest, Timeout.InfiniteTimeSpan);
        await _bell.Reader.ReadAsync(cancellation);
    }
}
