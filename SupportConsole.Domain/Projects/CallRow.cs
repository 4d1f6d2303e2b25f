namespace SupportConsole.Domain.Projects;

/// <summary>A call as a line of a list.</summary>
/// <param name="Missing">Labels of the required fields that it lacks; none for a failed call.</param>
/// <param name="Imported">Whether it was brought in as history.</param>
public sealed record CallRow(
    long Id, string ExternalId, string? CustomerId, CallStatus Status, string? Cause, CallEnding? EndedBy, DateTime StartedAt, int DurationSeconds,
    int? Version, IReadOnlyList<string> Missing, CallStage Stage, bool Imported = false);

/// <summary>One page of calls, newest first.</summary>
/// <param name="NextCursor">Null when there are no older calls at all.</param>
/// <param name="LookedTo">When the search stopped before the page was full: it went back to here.</param>
public sealed record CallSlice(IReadOnlyList<CallRow> Rows, string? NextCursor, DateTime? LookedTo);
