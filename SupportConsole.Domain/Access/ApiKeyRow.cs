namespace SupportConsole.Domain.Access;

/// <summary>A key as its list shows it; <paramref name="Start"/> is all that is still known of its text.</summary>
public sealed record ApiKeyRow(
    long Id, string Name, string Start, IReadOnlyList<string> Scopes, DateTime CreatedAt, DateTime? LastUsedAt, DateTime? RevokedAt);
