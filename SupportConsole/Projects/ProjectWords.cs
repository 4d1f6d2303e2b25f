namespace SupportConsole.Projects;

/// <summary>Names the words of the project and call pages: ProjectWords.resx (English) and ProjectWords.nl.resx.</summary>
public sealed class ProjectWords;
