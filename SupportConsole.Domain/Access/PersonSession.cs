namespace SupportConsole.Domain.Access;

/// <summary>One signed-in browser of a person; revoking it signs that browser out and closes its pages.</summary>
public sealed class PersonSession
{
    /// <summary>Random; carried in the sign-in cookie.</summary>
    public required Guid Id { get; init; }

    public required long PersonId { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime LastSeenAt { get; set; }

    public required string Browser { get; init; }

    public required string Address { get; init; }

    public DateTime? RevokedAt { get; set; }
}
