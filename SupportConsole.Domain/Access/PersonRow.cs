namespace SupportConsole.Domain.Access;

/// <summary>A person as the list of people shows them.</summary>
/// <param name="HasPassword">False until they have used the link they were sent.</param>
/// <param name="LastSeenAt">Newest use of any of their sessions.</param>
public sealed record PersonRow(
    long Id, string Email, string DisplayName, string Role, bool Disabled, bool Demo, bool HasPassword, bool TwoFactor, DateTime CreatedAt, DateTime? LastSeenAt);
