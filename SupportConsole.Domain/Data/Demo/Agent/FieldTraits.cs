namespace SupportConsole.Domain.Data.Demo.Agent;

/// <summary>What instructions tell the agent to do about one capture field.</summary>
/// <param name="Asked">To ask for it.</param>
/// <param name="Confirmed">To repeat the answer back, or to check it.</param>
/// <param name="AskedAgain">To ask once more when it is still missing.</param>
/// <param name="Explained">To say why it is needed, or to offer answers to choose from.</param>
public sealed record FieldTraits(bool Asked, bool Confirmed, bool AskedAgain, bool Explained);
