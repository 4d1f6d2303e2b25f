namespace SupportConsole.Domain.Intake;

/// <summary>An event that was tried and given up, with the reason.</summary>
public sealed record FailedEvent(
    long Id, string Source, string ExternalId, string ProjectExternalId, string ProjectName, DateTime ReceivedAt, DateTime GaveUpAt, int Attempts, string Fault);

/// <summary>One page; <paramref name="Next"/> is null on the last.</summary>
public sealed record FailedEventPage(IReadOnlyList<FailedEvent> Rows, long? Next);
