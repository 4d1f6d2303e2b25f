namespace SupportConsole.Domain.Access;

/// <summary>A browser in which somebody is signed in.</summary>
public sealed record SessionRow(Guid Id, DateTime CreatedAt, DateTime LastSeenAt, string Browser, string Address, bool Current);
