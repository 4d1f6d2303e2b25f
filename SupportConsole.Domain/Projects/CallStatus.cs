namespace SupportConsole.Domain.Projects;

/// <summary>Success of a call is <see cref="Completed"/>.</summary>
public enum CallStatus
{
    Completed,
    Failed,
}
