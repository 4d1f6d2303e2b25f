namespace SupportConsole.Domain.Projects;

/// <summary>The calls of one instructions version whose quarter of an hour starts in [from, to].</summary>
public sealed record VersionWindow(long ProjectId, int Version, DateTime From, DateTime To);
