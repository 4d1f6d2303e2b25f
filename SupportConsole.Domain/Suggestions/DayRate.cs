namespace SupportConsole.Domain.Suggestions;

/// <summary>One UTC day of a card's trend.</summary>
public sealed record DayRate(DateOnly Day, int Hits, int Total);
