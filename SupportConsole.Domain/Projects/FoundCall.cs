namespace SupportConsole.Domain.Projects;

/// <summary>A call that somebody looked for by its id.</summary>
public sealed record FoundCall(long Id, DateTime StartedAt, string ProjectName);
