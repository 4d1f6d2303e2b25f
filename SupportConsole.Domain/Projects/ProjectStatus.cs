namespace SupportConsole.Domain.Projects;

/// <summary>Active: calls are watched. Paused: calls are recorded, no cards are made. Archived: hidden from lists as well.</summary>
public enum ProjectStatus
{
    Active,
    Paused,
    Archived,
}
