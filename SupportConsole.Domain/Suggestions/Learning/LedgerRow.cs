namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>What was learned of one cause, by the detector that names it and the kind of card it makes.</summary>
/// <param name="Record">Of its judged cards; null when there is none.</param>
/// <param name="SideEffects">Judged cards that made something else worse.</param>
/// <param name="Rejected">Its rejected cards by reason, those forgotten included.</param>
/// <param name="ForgottenSince">Until when (UTC) its rejections were forgotten; null when they all count.</param>
public sealed record LedgerRow(
    string Detector, SuggestionKind Kind, string Cause, TrackRecord? Record, int SideEffects, Standing Standing,
    IReadOnlyDictionary<RejectReason, int> Rejected, DateTime? ForgottenSince);
