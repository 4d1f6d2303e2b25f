using Quartz;

namespace SupportConsole.Jobs;

/// <summary>One line of the schedule. The name is stable: pages word it, and the audit names it.</summary>
public sealed record ScheduledJob(string Name, Type Type, TimeSpan Every)
{
    public JobKey Key => new(Name);
}
