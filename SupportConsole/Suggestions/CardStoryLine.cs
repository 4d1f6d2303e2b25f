namespace SupportConsole.Suggestions;

/// <summary>One thing that was done with a card, in words; <paramref name="Comment"/> is what the person wrote.</summary>
public sealed record CardStoryLine(DateTime At, string Text, string? Comment);
