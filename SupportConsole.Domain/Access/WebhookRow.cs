namespace SupportConsole.Domain.Access;

/// <summary>A sender as its list shows it.</summary>
public sealed record WebhookRow(long Id, string Name, WebhookKind Kind, DateTime CreatedAt, DateTime? LastUsedAt, DateTime? RevokedAt);
