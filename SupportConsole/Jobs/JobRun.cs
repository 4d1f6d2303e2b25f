namespace SupportConsole.Jobs;

/// <summary>The last run of a job in this process; <paramref name="Took"/> is empty while it runs.</summary>
/// <param name="Fault">Why it failed; null when it did not.</param>
public sealed record JobRun(DateTime StartedAt, TimeSpan? Took = null, string? Fault = null);
