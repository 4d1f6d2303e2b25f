namespace SupportConsole.Domain.Projects;

/// <summary>Who ended a call.</summary>
public enum CallEnding
{
    Customer,
    Agent,
    System,
}
