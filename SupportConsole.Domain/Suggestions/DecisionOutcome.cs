namespace SupportConsole.Domain.Suggestions;

/// <summary>
/// How a decision on a card ended. TargetMoved: the card or its instructions are not what the person saw; NotSeen: the calls no longer
/// show the problem that is to be proposed again. Nothing was changed then.
/// </summary>
public enum DecisionOutcome
{
    Done,
    AlreadyDecided,
    TargetMoved,
    NotFound,
    NotSeen,
}

/// <summary>A decision's outcome, and the card's status and the served instructions version after it.</summary>
/// <param name="NewCard">The card that it made, when it made one.</param>
public sealed record Decision(DecisionOutcome Outcome, SuggestionStatus? Status = null, int? InstructionVersion = null, long? NewCard = null);
