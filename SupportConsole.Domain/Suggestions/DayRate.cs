namespace SupportConsole.Domain.Suggestions;

/// <summary>One day of a card's trend, on the workspace's calendar.</summary>
public sealed record DayRate(DateOnly Day, int Hits, int Total);
