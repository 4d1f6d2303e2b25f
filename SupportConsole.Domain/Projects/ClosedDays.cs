namespace SupportConsole.Domain.Projects;

/// <summary>
/// The whole days of a window, summed once: they stay as they are until a call of one of them comes in late, and a check of every
/// call that comes in would else add up a month each time. Derived from <see cref="CallCount"/>, made when it is first asked for.
/// </summary>
public sealed class ClosedDays
{
    public required long ProjectId { get; init; }

    public required int Version { get; init; }

    /// <summary>The first day (UTC midnight).</summary>
    public required DateTime From { get; init; }

    /// <summary>The day after the last (UTC midnight).</summary>
    public required DateTime To { get; init; }

    /// <summary>The time zone whose hours of the week it was summed by.</summary>
    public required string Zone { get; init; }

    public required List<KindCount> Counts { get; init; }

    /// <summary>The same calls by hour of the week.</summary>
    public required CallTimes Times { get; init; }
}

/// <summary>Calls of one kind and value, over some time.</summary>
public sealed record KindCount(CallCountKind Kind, string Value, int Count);
