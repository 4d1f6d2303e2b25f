namespace SupportConsole.Domain.Upkeep.Runs;

/// <summary>One run of a job, from its start on.</summary>
public sealed class JobRun
{
    public long Id { get; private set; }

    public required string Job { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Who asked for it; "system" by the schedule.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Empty while it runs, and when the process ended under it.</summary>
    public TimeSpan? Took { get; set; }

    public RunOutcome Outcome { get; set; } = RunOutcome.Running;

    /// <summary>Why it failed.</summary>
    public string? Fault { get; set; }

    /// <summary>How far it is, of <see cref="Total"/>; both 0 for a job that is done in a blink.</summary>
    public long Done { get; set; }

    public long Total { get; set; }

    /// <summary>What it is at, or what came of it.</summary>
    public RunNote? Note { get; set; }

    /// <summary>It ran by the schedule, went well and had nothing to tell: the next one like it takes its place.</summary>
    public bool Routine { get; set; }
}

/// <summary>Something a run has to tell, as a word of the pages and what is filled in: it is read in two languages.</summary>
/// <param name="Then">What is told after it.</param>
public sealed record RunNote(string Word, IReadOnlyList<string> Values, RunNote? Then = null)
{
    public static RunNote Of(string word, params string[] values) => new(word, values);

    /// <summary>With something more to tell, at the end.</summary>
    public RunNote With(RunNote? more) => more is null ? this : this with { Then = Then?.With(more) ?? more };
}
