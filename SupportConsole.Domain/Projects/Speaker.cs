namespace SupportConsole.Domain.Projects;

public enum Speaker
{
    Agent,
    Customer,
    System,
}
