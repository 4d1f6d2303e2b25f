namespace SupportConsole.Domain.Projects;

/// <summary>How calls fared by hour of the week on the workspace's clock: 168 hours from Monday 0:00.</summary>
public sealed class CallTimes
{
    public const int HoursOfWeek = 7 * 24;

    public int[] Calls { get; init; } = new int[HoursOfWeek];

    public int[] Completed { get; init; } = new int[HoursOfWeek];

    public int[] Unanswered { get; init; } = new int[HoursOfWeek];

    /// <summary>Takes in a count of one kind; those that say nothing of answering are left out.</summary>
    public void Add(int hour, CallCountKind kind, string value, int count)
    {
        Calls[hour] += kind == CallCountKind.Outcome ? count : 0;
        Completed[hour] += kind == CallCountKind.Outcome && value == "completed" ? count : 0;
        Unanswered[hour] += kind == CallCountKind.Failure && value == FailureCause.NoAnswer ? count : 0;
    }

    public void Add(CallTimes other)
    {
        for (var hour = 0; hour < HoursOfWeek; hour++)
        {
            Calls[hour] += other.Calls[hour];
            Completed[hour] += other.Completed[hour];
            Unanswered[hour] += other.Unanswered[hour];
        }
    }

    /// <summary>All calls.</summary>
    public TimedCalls All => Of(0, 6, 0, 24);

    /// <summary>The calls of weekdays (0 is Monday) and hours; the last day is in it, the last hour is not.</summary>
    public TimedCalls Of(int firstDay, int lastDay, int fromHour, int toHour)
    {
        var (calls, unanswered, completed) = (0, 0, 0);
        for (var day = firstDay; day <= lastDay; day++)
        {
            for (var hour = day * 24 + fromHour; hour < day * 24 + toHour; hour++)
            {
                calls += Calls[hour];
                unanswered += Unanswered[hour];
                completed += Completed[hour];
            }
        }

        return new TimedCalls(calls, calls - unanswered, completed);
    }
}

/// <summary>Calls of some hours, how many were answered, and how many of those completed.</summary>
public readonly record struct TimedCalls(int Calls, int Answered, int Completed)
{
    public static TimedCalls operator -(TimedCalls all, TimedCalls some) =>
        new(all.Calls - some.Calls, all.Answered - some.Answered, all.Completed - some.Completed);
}
