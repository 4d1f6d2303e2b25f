using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Domain.Data.Demo.Stories;

/// <summary>What the demo's admin does with a card of the history, when one like it comes up.</summary>
/// <param name="Cause">The card's cause, with <paramref name="Field"/> if it is about one.</param>
/// <param name="Nth">Which card of that cause and field: 1 is the first.</param>
/// <param name="AfterHours">Hours that pass first: since the card was made, or for an undo since its verdict.</param>
/// <param name="Do">Accept, reject, or undo once judged.</param>
/// <param name="MakesOptional">Whether the field is no longer required from then on.</param>
public sealed record StoryDecision(
    string Cause, string? Field, double AfterHours, StoryAct Do, int Nth = 1, RejectReason? Reason = null, string? Comment = null, bool MakesOptional = false);

public enum StoryAct
{
    Accept,
    Reject,
    Undo,
}
