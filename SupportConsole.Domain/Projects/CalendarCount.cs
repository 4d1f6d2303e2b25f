namespace SupportConsole.Domain.Projects;

/// <summary>A count of calls on one day; <paramref name="Day"/> is the index of the day asked for.</summary>
public sealed record CalendarCount(long ProjectId, int Day, CallCountKind Kind, string Value, int Count);
