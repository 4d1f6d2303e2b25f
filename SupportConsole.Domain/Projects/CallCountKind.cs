namespace SupportConsole.Domain.Projects;

/// <summary>What a <see cref="CallCount"/> counts; the number is stored, so it stays.</summary>
public enum CallCountKind
{
    /// <summary>Value: "completed" or "failed".</summary>
    Outcome = 1,

    /// <summary>Failed calls; value: the failure cause as <see cref="FailureCause"/> names it.</summary>
    Failure = 2,

    /// <summary>Completed calls without a capture field, required or not; value: "field|why" (why as <see cref="MissingCause"/> names it).</summary>
    Missing = 3,

    /// <summary>Completed calls without at least one required field; value is empty.</summary>
    AnyMissing = 4,

    /// <summary>Calls that the customer ended without success; value is empty.</summary>
    HangUp = 5,

    /// <summary>Completed calls that hold a field of the project; value: the field. With <see cref="Missing"/>, all that were asked for it.</summary>
    Captured = 6,

    /// <summary>Calls with a transcript that the customer hung up in; value: where, as <see cref="Projects.HangUpPoint"/> names it.</summary>
    HangUpPoint = 7,

    /// <summary>Calls in which the customer spoke; value: "none", or "what they said of the tone|failure cause or completed", as <see cref="Projects.ToneReaction"/> names it.</summary>
    ToneReaction = 8,
}
