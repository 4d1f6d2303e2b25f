namespace SupportConsole.Domain.Projects;

public sealed record CauseCount(string Cause, int Count);
