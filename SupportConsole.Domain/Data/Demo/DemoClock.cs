namespace SupportConsole.Domain.Data.Demo;

/// <summary>The clock of the history: it stands where it was set, and is never set back.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, Math.Max(now.UtcTicks, Interlocked.Read(ref _ticks)));
}
