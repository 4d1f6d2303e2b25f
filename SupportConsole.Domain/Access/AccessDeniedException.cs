namespace SupportConsole.Domain.Access;

/// <summary>The person no longer has the role that this needs (it may have been taken while their page was open).</summary>
public sealed class AccessDeniedException(string role) : Exception($"This needs the role {role}.");
