namespace SupportConsole.Domain.Access;

/// <summary>What a valid session says about its person, as the row holds it now.</summary>
public sealed record SignedInPerson(long Id, Guid Session, string Name, string DisplayName, string Role, string? Language, string Theme);
