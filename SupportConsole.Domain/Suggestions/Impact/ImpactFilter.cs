namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>What the score is kept over: a project or all of them, since a moment or always. Each card counts by when it was made, decided or judged.</summary>
public sealed record ImpactFilter(DateTime? Since = null, long? ProjectId = null)
{
    internal DateTime From => Since ?? DateTime.UnixEpoch;
}
