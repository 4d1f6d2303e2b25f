namespace SupportConsole.Tests.TestSupport;

/// <summary>A clock that moves only when told to. Its timers are the system's: advancing it fires none.</summary>
public sealed class FakeClock : TimeProvider
{
    private long _ticks;

    public FakeClock(DateTimeOffset? start = null) => SetNow(start ?? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void SetNow(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
