namespace SupportConsole.Domain.Upkeep.Runs;

/// <summary>How a run of a job went.</summary>
public enum RunOutcome
{
    Running,
    Done,
    Failed,

    /// <summary>A person stopped it.</summary>
    Stopped,

    /// <summary>The process ended while it ran.</summary>
    Interrupted,
}
