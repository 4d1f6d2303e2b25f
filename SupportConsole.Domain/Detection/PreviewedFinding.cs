namespace SupportConsole.Domain.Detection;

/// <summary>A problem that detection finds, or would find, on some of the last days.</summary>
/// <param name="Latest">As it was found on the last of them.</param>
/// <param name="Proposed">By day, oldest first: whether it would be found with the settings that are tried.</param>
/// <param name="Present">The same with the settings in force.</param>
public sealed record PreviewedFinding(Finding Latest, IReadOnlyList<bool> Proposed, IReadOnlyList<bool> Present)
{
    public bool IsNew => Proposed.Contains(true) && !Present.Contains(true);

    public bool IsGone => !Proposed.Contains(true) && Present.Contains(true);
}

/// <summary>What would have been found on each of some days.</summary>
/// <param name="Days">The days (UTC), oldest first.</param>
public sealed record DetectionPreview(IReadOnlyList<DateOnly> Days, IReadOnlyList<PreviewedFinding> Findings);
