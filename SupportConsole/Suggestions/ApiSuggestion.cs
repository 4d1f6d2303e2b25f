using System.ComponentModel;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;
using SupportConsole.Projects;

namespace SupportConsole.Suggestions;

/// <summary>One section of the instructions, before and after, with the reason in the project's language.</summary>
/// <param name="Current">Null when the section is new.</param>
public sealed record ApiChange(string Section, string? Current, string Suggested, string Reason);

/// <summary>A suggestion card as the API shows it.</summary>
public sealed record ApiSuggestion(
    long Id,
    [property: Description("Send it with a decision, so that a card that changed meanwhile is not decided unseen.")] int Revision,
    string ProjectId,
    string ProjectName,
    SuggestionKind Type,
    Priority Priority,
    SuggestionStatus Status,
    [property: Description("The cause the changes are meant for, such as missing.not_confirmed.")] string Cause,
    [property: Description("The capture field it is about, if it is about one.")] string? Field,
    [property: Description("Why, in one text: the reasons of the changes.")] string Reason,
    [property: Description("The instructions version that the changes were written against.")] int TargetVersion,
    [property: Description("What the changed sections say now.")] string CurrentInstruction,
    [property: Description("All calls on the target version, over the window of the evidence.")] CallMetrics CurrentMetrics,
    IReadOnlyList<ApiChange> SuggestedChanges,
    ExpectedImpact ExpectedImpact,
    ApiEvidence Evidence,
    [property: Description("What other cards of this cause promised and brought; null when none has been judged.")] ApiTrackRecord? TrackRecord,
    [property: Description("How the promise turned out; null until it is judged.")] Verdict? Verdict,
    [property: Description("The measured effect of applying it.")] ActualImpact? ActualImpact,
    [property: Description("The measured effect of undoing it.")] ActualImpact? UndoImpact,
    int? AppliedVersion,
    int? RolledBackVersion,
    RejectReason? RejectReason,
    string? RejectComment,
    DateTime CreatedAt,
    DateTime LastSeenAt,
    DateTime? SnoozedUntil,
    DateTime? DecidedAt,
    string? DecidedBy,
    DateTime? AcceptedAt,
    DateTime? AppliedAt,
    DateTime? RolledBackAt,
    string? RolledBackBy,
    DateTime? JudgedAt)
{
    public static ApiSuggestion Of(SuggestionDetail detail, CallMetrics metrics)
    {
        var card = detail.Card;
        List<ApiChange> changes = [.. card.Changes.Select(change => new ApiChange(
            change.Section, change.Current, change.Suggested, change.Reason.In(card.Project!.Language)))];
        return new(
            card.Id, card.Revision, card.Project!.ExternalId, card.Project.Name, card.Kind, card.Priority, card.Status, card.Cause, card.Field,
            string.Join(' ', changes.Select(change => change.Reason).Distinct()),
            card.TargetVersion,
            string.Join("\n\n", card.Changes.Select(change => change.Current).OfType<string>()),
            metrics, changes, ExpectedImpact.Of(card), ApiEvidence.Of(card.Evidence), ApiTrackRecord.Of(detail.TrackRecord), card.Verdict,
            ActualImpact.Of(card, detail.Measurements.FirstOrDefault(row => row.Of == MeasurementOf.Apply)),
            ActualImpact.Of(card, detail.Measurements.FirstOrDefault(row => row.Of == MeasurementOf.Undo)),
            card.Applied?.Version, card.RolledBackVersion, card.RejectReason, card.RejectComment,
            card.CreatedAt, card.LastSeenAt, card.SnoozedUntil, card.DecidedAt, card.DecidedBy,
            card.Status is SuggestionStatus.Accepted or SuggestionStatus.Applied or SuggestionStatus.RolledBack ? card.DecidedAt : null,
            card.AppliedAt, card.RolledBackAt, card.RolledBackBy, card.JudgedAt);
    }
}

/// <param name="NextCursor">Null on the last page.</param>
public sealed record ApiSuggestions(IReadOnlyList<ApiSuggestion> Suggestions, string? NextCursor);

/// <param name="Created">How many of them this check made; the others were open before.</param>
public sealed record GeneratedSuggestions(IReadOnlyList<ApiSuggestion> Suggestions, int Created);
