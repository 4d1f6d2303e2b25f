namespace SupportConsole.Domain.Projects;

/// <summary>What a project has of its own in place of the workspace's detection settings.</summary>
public sealed record ProjectDetection
{
    public static readonly ProjectDetection None = new();

    /// <summary>Values by option name, such as "SuccessThreshold".</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();

    public IReadOnlyList<DetectorMute> Muted { get; init; } = [];

    private ProjectDetection Bare => this with { Muted = [.. Muted.Select(mute => mute with { By = "", At = default })] };

    /// <summary>Whether nobody wants to hear of it at <paramref name="now"/>.</summary>
    public bool IsMuted(string detector, string? field, DateTime now) => Muted.Any(mute => mute.Covers(detector, field) && mute.Holds(now));

    /// <summary>Without the mutes that are over at <paramref name="now"/>.</summary>
    public ProjectDetection InForce(DateTime now) => this with { Muted = [.. Muted.Where(mute => mute.Holds(now))] };

    /// <summary>Whether they come to the same, whoever set them and when.</summary>
    public bool Same(ProjectDetection other) => Bare == other.Bare;

    public bool Equals(ProjectDetection? other) => other is not null
        && Muted.SequenceEqual(other.Muted) && Thresholds.Count == other.Thresholds.Count && !Thresholds.Except(other.Thresholds).Any();

    public override int GetHashCode() => HashCode.Combine(Thresholds.Count, Muted.Count);
}

/// <summary>That a detector is not to be heard of, or only of one field.</summary>
/// <param name="Until">When it is heard of again (UTC); null when it is to stay quiet.</param>
public sealed record DetectorMute(string Detector, string? Field, DateTime? Until, string Why, string By, DateTime At)
{
    public bool Holds(DateTime now) => Until is null || Until > now;

    public bool Covers(string detector, string? field) => Detector == detector && (Field is null || Field == field);
}
