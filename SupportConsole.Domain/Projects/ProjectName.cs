namespace SupportConsole.Domain.Projects;

/// <summary>A project by what people and callers know it by.</summary>
public sealed record ProjectName(long Id, string ExternalId, string Name);
