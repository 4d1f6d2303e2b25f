namespace SupportConsole.Domain.Access;

/// <summary>A key for callers of the API. Only a hash of it is kept.</summary>
public sealed class ApiKey
{
    public long Id { get; private set; }

    /// <summary>Unique; the source of the events it sends, and "apikey:NAME" in the audit.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, hex. The key holds 256 random bits, so a fast hash is enough.</summary>
    public required string Hash { get; init; }

    /// <summary>The first characters, so that people can tell keys apart.</summary>
    public required string Start { get; init; }

    /// <summary>Of "intake", "read", "admin".</summary>
    public required List<string> Scopes { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? LastUsedAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}
