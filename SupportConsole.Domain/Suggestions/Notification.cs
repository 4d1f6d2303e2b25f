namespace SupportConsole.Domain.Suggestions;

/// <summary>Something the bell shows. Worded by the page from its kind and numbers, in the reader's language.</summary>
public sealed class Notification
{
    public const string InstructionSuggestion = "instruction_suggestion";
    public const string SuggestionApplied = "suggestion_applied";
    public const string SuggestionJudged = "suggestion_judged";

    public long Id { get; private set; }

    public required string Kind { get; init; }

    public required long SuggestionId { get; init; }

    public Suggestion? Suggestion { get; private set; }

    public required Priority Priority { get; init; }

    public required DateTime CreatedAt { get; init; }
}
