using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake;

/// <summary>One finished call as its sender reports it. Every part may be missing until <see cref="Check"/> has passed.</summary>
public sealed record CallEnded(
    string? CallId, string? ProjectId, int? InstructionVersion, string? CustomerId, CallStatus? Status, string? FailureReason,
    CallEnding? EndedBy, DateTimeOffset? StartedAt, double? DurationSeconds, Dictionary<string, string?>? Fields,
    IReadOnlyList<CallEnded.Line>? Transcript)
{
    private const int IdLength = 200;
    private const int ReasonLength = 500;
    private const int MaxFields = 200;
    private const int ValueLength = 10_000;
    private const int MaxLines = 2_000;
    private const int MaxDurationSeconds = 24 * 60 * 60;

    // Put together once, not for each call that is right.
    private static readonly string TooLong = $"At most {ValueLength} characters.";
    private static readonly string TooLongReason = $"At most {ReasonLength} characters.";
    private static readonly string TooManyFields = $"At most {MaxFields} fields.";
    private static readonly string TooManyLines = $"At most {MaxLines} lines.";
    private static readonly string TooLongId = $"At most {IdLength} characters.";

    /// <summary>A sender's clock may run ahead of ours by this much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    /// <summary>What is wrong, by field; empty when the call may be recorded (its project aside).</summary>
    public FieldErrors Check(DateTimeOffset now)
    {
        var errors = new FieldErrors();
        Require(errors, "call_id", CallId);
        Require(errors, "project_id", ProjectId);
        errors.AddWhen(InstructionVersion < 1, "instruction_version", "A version is 1 or higher.");
        errors.AddWhen(CustomerId?.Length > IdLength, "customer_id", TooLongId);
        errors.AddWhen(Status is null, "status", "Use completed or failed.");
        errors.AddWhen(FailureReason?.Length > ReasonLength, "failure_reason", TooLongReason);
        errors.AddWhen(StartedAt is null, "started_at", "Give the time the call started, as ISO 8601.");
        errors.AddWhen(StartedAt > now + ClockSkew, "started_at", "This lies in the future.");
        errors.AddWhen(StartedAt?.Year < 2000, "started_at", "This lies before the year 2000.");
        errors.AddWhen(DurationSeconds is null or < 0 or > MaxDurationSeconds or double.NaN, "duration_seconds", "Give the seconds the call took, 0 to 86400.");
        errors.AddWhen(Fields?.Count > MaxFields, "fields", TooManyFields);
        foreach (var (key, value) in Fields ?? [])
        {
            if (value?.Length > ValueLength)
            {
                errors.Add($"fields.{key}", TooLong);
            }
        }

        CheckTranscript(errors);
        return errors;
    }

    /// <summary>What is wrong with the project it names, and with its version there.</summary>
    internal static void CheckProject(FieldErrors errors, bool isKnown, bool hasVersion)
    {
        errors.AddWhen(!isKnown, "project_id", "There is no project with this id.");
        errors.AddWhen(isKnown && !hasVersion, "instruction_version", "The project has no such version.");
    }

    /// <summary>The values that it captured.</summary>
    internal Dictionary<string, string> Values() =>
        (Fields ?? []).Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);

    /// <summary>What was said.</summary>
    internal List<TranscriptLine> Lines() =>
        [.. (Transcript ?? []).Select(line => new TranscriptLine(line.Role!.Value, line.Text!, line.AtMs ?? 0))];

    private static void Require(FieldErrors errors, string field, string? value)
    {
        errors.AddWhen(string.IsNullOrWhiteSpace(value), field, "This is required.");
        errors.AddWhen(value?.Length > IdLength, field, TooLongId);
    }

    private void CheckTranscript(FieldErrors errors)
    {
        errors.AddWhen(Transcript?.Count > MaxLines, "transcript", TooManyLines);
        for (var i = 0; i < Math.Min(Transcript?.Count ?? 0, MaxLines); i++)
        {
            if (Transcript![i] is { Role: not null, Text.Length: <= ValueLength })
            {
                continue; // Names are put together only for a fault.
            }

            errors.AddWhen(Transcript[i]?.Role is null, $"transcript[{i}].role", "Use agent, customer or system.");
            errors.AddWhen(Transcript[i]?.Text is null, $"transcript[{i}].text", "This is required.");
            errors.AddWhen(Transcript[i]?.Text?.Length > ValueLength, $"transcript[{i}].text", TooLong);
        }
    }

    /// <summary>One line of the transcript; <paramref name="AtMs"/> in milliseconds from the start.</summary>
    public sealed record Line(Speaker? Role, string? Text, long? AtMs);
}
