using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>A card as a line of a list.</summary>
/// <param name="Rank">What open cards are ordered by.</param>
/// <param name="ActualPoints">The measured effect of applying it, as far as it is known, with its 90 % interval.</param>
/// <param name="Archived">Whether its project is: a card that still waits for a decision is then in no list.</param>
public sealed record SuggestionRow(
    long Id, int Revision, string ProjectExternalId, string ProjectName, SuggestionKind Kind, string Cause, Metric Metric, string? Field, string? FieldLabel,
    Priority Priority, SuggestionStatus Status, PredictedImpact Predicted, double Worth, double Rank, DateTime CreatedAt, DateTime? SnoozedUntil,
    DateTime? DecidedAt, string? DecidedBy, RejectReason? RejectReason, DateTime? AppliedAt, DateTime? RolledBackAt, string? RolledBackBy,
    Verdict? Verdict, DateTime? JudgedAt, double? ActualPoints, double? ActualLow, double? ActualHigh, bool Archived)
{
    /// <summary>Whether a list of <paramref name="view"/> holds it at <paramref name="now"/>: the same rule as the queries'.</summary>
    public bool IsIn(SuggestionView view, DateTime now) => view switch
    {
        SuggestionView.Open => Status == SuggestionStatus.Pending && !Archived && !(SnoozedUntil > now),
        SuggestionView.Snoozed => Status == SuggestionStatus.Pending && !Archived && SnoozedUntil > now,
        SuggestionView.Applied => Status == SuggestionStatus.Applied && JudgedAt is null,
        SuggestionView.Judged => JudgedAt is not null,
        SuggestionView.Undone => Status == SuggestionStatus.RolledBack,
        SuggestionView.Rejected => Status == SuggestionStatus.Rejected,
        SuggestionView.Expired => Status == SuggestionStatus.Expired,
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };
}

/// <summary>One page of a list; <paramref name="NextCursor"/> is null on the last.</summary>
public sealed record SuggestionPage(IReadOnlyList<SuggestionRow> Rows, string? NextCursor);
