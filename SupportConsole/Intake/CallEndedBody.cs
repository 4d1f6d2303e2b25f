using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Intake;

/// <summary>A finished call as its sender reports it. Describes what <see cref="CallBody"/> reads.</summary>
public sealed class CallEndedBody
{
    [Required, Description("The sender's own id: the same one again changes nothing.")]
    public required string CallId { get; init; }

    [Required, Description("The project's id.")]
    public required string ProjectId { get; init; }

    [Description("The instructions it ran on; those served when it started, when not given.")]
    public int? InstructionVersion { get; init; }

    public string? CustomerId { get; init; }

    [Required]
    public required CallStatus Status { get; init; }

    [Description("In the sender's own words, such as no_answer or not interested.")]
    public string? FailureReason { get; init; }

    public CallEnding? EndedBy { get; init; }

    [Required, Description("ISO 8601; without an offset it is taken as UTC.")]
    public required DateTimeOffset StartedAt { get; init; }

    [Required, Range(0, 86_400), Description("Fractions are rounded.")]
    public required double DurationSeconds { get; init; }

    [Description("What was captured, by field: text, numbers or booleans, kept as text.")]
    public IReadOnlyDictionary<string, object?>? Fields { get; init; }

    public IReadOnlyList<TranscriptLineBody>? Transcript { get; init; }
}

/// <summary>One thing said in a call.</summary>
public sealed class TranscriptLineBody
{
    [Required]
    public required Speaker Role { get; init; }

    [Required]
    public required string Text { get; init; }

    [Range(0, 86_400_000), Description("Milliseconds from the start of the call.")]
    public long? AtMs { get; init; }
}
