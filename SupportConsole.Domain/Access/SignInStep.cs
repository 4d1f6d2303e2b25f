namespace SupportConsole.Domain.Access;

/// <summary>Where signing in stands after the password.</summary>
/// <param name="PersonId">Set when that was all.</param>
/// <param name="Halfway">Set when a code has to follow: the proof that the password was right.</param>
public sealed record SignInStep(long? PersonId, string? Halfway);
