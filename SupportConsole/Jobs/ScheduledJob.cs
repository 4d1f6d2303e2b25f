using Quartz;

namespace SupportConsole.Jobs;

/// <summary>One line of the schedule. The name is stable: pages word it, and the audit names it.</summary>
public sealed record ScheduledJob(string Name, Type Type, JobPace Pace, TimeSpan Every = default, bool CanStop = false)
{
    public JobKey Key => new(Name);
}

/// <summary>When a job runs by itself.</summary>
public enum JobPace
{
    /// <summary>Each time after <see cref="ScheduledJob.Every"/>.</summary>
    Every,

    /// <summary>At the night's hour; when the process was down then, as soon as it is back.</summary>
    Nightly,

    /// <summary>As the night's hour and Backup:EveryHours say.</summary>
    Backup,

    /// <summary>When somebody asked for it.</summary>
    Asked,

    /// <summary>Only when somebody starts it: nothing is left to be done when it did not come to its end.</summary>
    ByHand,
}
