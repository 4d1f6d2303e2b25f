namespace SupportConsole.Domain.Projects;

/// <summary>A project as a line of a list.</summary>
public sealed record ProjectRow(long Id, string ExternalId, string Name, string Industry, int CurrentVersion, DateTime? LastCallAt);

/// <summary>One page of the list; <paramref name="NextCursor"/> is null on the last.</summary>
public sealed record ProjectSlice(IReadOnlyList<ProjectRow> Rows, string? NextCursor);
