namespace SupportConsole.Domain.Projects;

/// <summary>How far a received call has come.</summary>
public enum CallStage
{
    /// <summary>Recorded; detection has not looked at it yet.</summary>
    Waiting,

    /// <summary>An attempt failed and another follows.</summary>
    TryingAgain,

    Processed,

    /// <summary>Too many attempts failed; a person may have it tried again.</summary>
    GivenUp,
}
