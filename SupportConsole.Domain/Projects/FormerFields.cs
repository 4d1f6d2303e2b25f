namespace SupportConsole.Domain.Projects;

/// <summary>
/// The capture fields that a project had until it was given others. A call is counted by the fields of the moment it is processed;
/// whoever counts it again must go by the same ones, or every change of a field would look like a wrong count.
/// </summary>
public sealed class FormerFields
{
    public long Id { get; private set; }

    public required long ProjectId { get; init; }

    /// <summary>Calls processed up to it were counted by these.</summary>
    public required DateTime Until { get; init; }

    public required List<CaptureField> Fields { get; init; }
}
