namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>That an admin had the rejections of a cause forgotten: those from before no longer lower its cards.</summary>
public sealed class RejectionsForgotten
{
    public required string Cause { get; init; }

    public required DateTime Since { get; set; }

    public required string By { get; set; }
}
