using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Jobs;

/// <summary>One job as of now. A run that is under way shows how far it is.</summary>
public sealed record JobState(ScheduledJob Job, JobRun? Last, DateTime? Next)
{
    public string Name => Job.Name;

    public bool IsRunning => Last is { Outcome: RunOutcome.Running };
}
