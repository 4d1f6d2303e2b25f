namespace SupportConsole.Domain.Intake;

/// <summary>What the event worker has before it.</summary>
/// <param name="Waiting">Events to be processed, at most <see cref="EventQueries.CountCap"/>.</param>
/// <param name="OldestReceivedAt">When the one that waits longest came in; null when none waits.</param>
/// <param name="GivenUp">Events given up, at most <see cref="EventQueries.CountCap"/>.</param>
public sealed record EventBacklog(int Waiting, DateTime? OldestReceivedAt, int GivenUp);
