using SupportConsole.Domain.Projects;

namespace SupportConsole.Intake;

/// <summary>What a sender of a call hears.</summary>
/// <param name="Id">Our own number for it: GET /api/calls/{id} finds it at once.</param>
/// <param name="Status">"accepted", or "duplicate" when it was known before and nothing changed.</param>
public sealed record ReceivedCall(long Id, string CallId, string Status);

/// <summary>A call as the API shows it.</summary>
/// <param name="InstructionVersion">The instructions it ran on; empty until it is processed when its sender did not say.</param>
public sealed record ApiCall(
    long Id, string CallId, string Source, string ProjectId, int? InstructionVersion, string? CustomerId, CallStatus Status, string? FailureReason,
    CallEnding? EndedBy, DateTime StartedAt, int DurationSeconds, IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<TranscriptLine> Transcript, DateTime ReceivedAt, ApiCallProcessing Processing)
{
    public static ApiCall Of(Call call, string projectId) => new(
        call.Id, call.ExternalId, call.Source, projectId, call.InstructionVersion, call.CustomerId, call.Status, call.FailureReason,
        call.EndedBy, call.StartedAt, call.DurationSeconds, call.Fields, call.Transcript, call.ReceivedAt,
        new ApiCallProcessing(
            call.ProcessedAt is not null ? CallState.Processed : call.GaveUpAt is not null ? CallState.GivenUp : CallState.Waiting,
            call.ProcessedAt, call.Attempts, call.NextAttemptAt, call.Fault));
}

/// <summary>How far a call is on its way through detection.</summary>
/// <param name="Fault">Why the last attempt failed, if it did.</param>
public sealed record ApiCallProcessing(CallState State, DateTime? ProcessedAt, int Attempts, DateTime? NextAttemptAt, string? Fault);

public enum CallState
{
    Waiting,
    Processed,
    GivenUp,
}
