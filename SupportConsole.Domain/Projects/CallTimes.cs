namespace SupportConsole.Domain.Projects;

/// <summary>How calls fared by hour of the week on the workspace's clock: 168 hours from Monday 0:00.</summary>
public sealed class CallTimes
{
    public const int HoursOfWeek = 7 * 24;

    private readonly int[] _completed = new int[HoursOfWeek], _calls = new int[HoursOfWeek], _unanswered = new int[HoursOfWeek];

    /// <summary>Takes in a count of one kind; those that say nothing of answering are left out.</summary>
    public void Add(int hour, CallCountKind kind, string value, int count)
    {
        _calls[hour] += kind == CallCountKind.Outcome ? count : 0;
        _completed[hour] += kind == CallCountKind.Outcome && value == "completed" ? count : 0;
        _unanswered[hour] += kind == CallCountKind.Failure && value == FailureCause.NoAnswer ? count : 0;
    }

    /// <summary>The calls of the hours chosen by weekday (0 is Monday) and hour.</summary>
    public TimedCalls Of(Func<int, int, bool> chosen)
    {
        var (calls, answered, completed) = (0, 0, 0);
        for (var hour = 0; hour < HoursOfWeek; hour++)
        {
            if (chosen(hour / 24, hour % 24))
            {
                calls += _calls[hour];
                answered += _calls[hour] - _unanswered[hour];
                completed += _completed[hour];
            }
        }

        return new TimedCalls(calls, answered, completed);
    }
}

/// <summary>Calls of some hours, how many were answered, and how many of those completed.</summary>
public readonly record struct TimedCalls(int Calls, int Answered, int Completed)
{
    public static TimedCalls operator -(TimedCalls all, TimedCalls some) =>
        new(all.Calls - some.Calls, all.Answered - some.Answered, all.Completed - some.Completed);
}
