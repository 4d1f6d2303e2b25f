using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Jobs;

/// <summary>Whether and when this process runs the scheduled jobs. Section "Jobs".</summary>
public sealed class JobsOptions
{
    /// <summary>Off in a process that only answers; then nothing is swept or measured unless another process does it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The hour, on the workspace's clock, at which nightly jobs run: few people work and call then.</summary>
    [Range(0, 23)]
    public int NightHour { get; set; } = 3;

    /// <summary>Days for which runs of jobs are kept: a month shows what changed since it last went well.</summary>
    [Range(1, 3_650)]
    public int KeepDays { get; set; } = 30;
}
