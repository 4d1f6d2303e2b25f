namespace SupportConsole.Domain.Projects;

/// <summary>
/// How many calls of a project and instructions version in a quarter of an hour: kept by delta in the commit that
/// processes the calls, so that detectors and charts cost what they show and not what is stored.
/// </summary>
public sealed class CallCount
{
    public required long ProjectId { get; init; }

    public required int Version { get; init; }

    /// <summary>Start of the 15 minutes (UTC) in which the calls started.</summary>
    public required DateTime Bucket { get; init; }

    public required CallCountKind Kind { get; init; }

    public required string Value { get; init; }

    public int Count { get; set; }
}
