namespace SupportConsole.Projects;

/// <summary>The sides of a project's page; the name in lower case is the last part of its address.</summary>
public enum ProjectView
{
    Overview,
    Instructions,
    Calls,
    Detection,
    Settings,
}
