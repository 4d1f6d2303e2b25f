namespace SupportConsole.Domain.Access;

/// <summary>An outside sender of events, with the secret its deliveries are signed with.</summary>
public sealed class Webhook
{
    public long Id { get; private set; }

    /// <summary>Unique; sent as X-Webhook, and the source of its events.</summary>
    public required string Name { get; init; }

    public required WebhookKind Kind { get; init; }

    /// <summary>Encrypted with the console's data-protection keys, since a signature is checked with the secret itself.</summary>
    public required string ProtectedSecret { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? LastUsedAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}
