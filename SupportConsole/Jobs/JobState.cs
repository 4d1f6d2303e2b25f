namespace SupportConsole.Jobs;

/// <summary>One job as of now.</summary>
public sealed record JobState(string Name, TimeSpan Every, JobRun? Last, DateTime? Next);
