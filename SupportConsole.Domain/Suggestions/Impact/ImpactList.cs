namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>The lists of measurements.</summary>
public enum ImpactList
{
    /// <summary>Judged in the period, newest first.</summary>
    Judged,

    /// <summary>Applied and not judged yet, whenever that was.</summary>
    Running,

    /// <summary>Taken back in the period.</summary>
    Undone,
}
