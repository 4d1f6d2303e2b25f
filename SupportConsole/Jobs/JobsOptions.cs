namespace SupportConsole.Jobs;

/// <summary>Whether this process runs the scheduled jobs. Section "Jobs".</summary>
public sealed class JobsOptions
{
    /// <summary>Off in a process that only answers; then nothing is swept or measured unless another process does it.</summary>
    public bool Enabled { get; set; } = true;
}
