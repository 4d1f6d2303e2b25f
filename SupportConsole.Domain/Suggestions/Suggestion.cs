using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>
/// A card: a proposed change of a project's instructions, its evidence and its promise, and what became of it. Its
/// states change only through the methods here; each answers false when the card is past that state.
/// </summary>
public sealed class Suggestion
{
    public long Id { get; private set; }

    public required long ProjectId { get; init; }

    public Project? Project { get; private set; }

    public required SuggestionKind Kind { get; init; }

    public required string Detector { get; init; }

    /// <summary>Catalogue key of the cause; the page words title and explanation by it.</summary>
    public required string Cause { get; init; }

    public required Metric Metric { get; init; }

    /// <summary>Key of the capture field it is about, if it is about one.</summary>
    public string? Field { get; init; }

    /// <summary>What people call that field.</summary>
    public string? FieldLabel { get; init; }

    /// <summary>Project and <see cref="Finding.Problem"/>: one open card for each.</summary>
    public required string Fingerprint { get; init; }

    public required Priority Priority { get; set; }

    public SuggestionStatus Status { get; private set; } = SuggestionStatus.Pending;

    /// <summary>Raised whenever what a person decides on has changed; a decision on a stale one is refused.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The instructions version whose calls it was found in, and which its promise is about.</summary>
    public required int MadeOnVersion { get; init; }

    /// <summary>The instructions version that the changes were written against.</summary>
    public required int TargetVersion { get; set; }

    public required List<SuggestionChange> Changes { get; set; }

    public required SuggestionEvidence Evidence { get; set; }

    /// <summary>Frozen when it is made, but for <see cref="PredictedImpact.CallsToJudge"/>: the more calls lie before, the fewer are needed after.</summary>
    public required PredictedImpact Predicted { get; set; }

    /// <summary><see cref="PredictedImpact.MinutesPerMonth"/> as a column, or the least of it.</summary>
    public required double Worth { get; init; }

    /// <summary><see cref="Worth"/> times how well its cause stands (<see cref="Learning.Standing.Factor"/>), as of the last that was learned of it: open cards are ordered by it.</summary>
    public required double Rank { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When the finding was last there.</summary>
    public required DateTime LastSeenAt { get; set; }

    public DateTime? SnoozedUntil { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public RejectReason? RejectReason { get; private set; }

    public string? RejectComment { get; private set; }

    /// <summary>Until when a rejected problem is not proposed again.</summary>
    public DateTime? QuietUntil { get; private set; }

    public DateTime? AppliedAt { get; private set; }

    public AppliedChange? Applied { get; private set; }

    public DateTime? RolledBackAt { get; private set; }

    public string? RolledBackBy { get; private set; }

    /// <summary>The version that undoing made.</summary>
    public int? RolledBackVersion { get; private set; }

    /// <summary>When its effect is next looked at; empty when there is nothing left to measure.</summary>
    public DateTime? MeasureAt { get; set; }

    public Verdict? Verdict { get; private set; }

    public DateTime? JudgedAt { get; private set; }

    /// <summary>All calls that its evidence was read from.</summary>
    public int CallsRead => Predicted.CountedShare > 0 ? (int)Math.Round(Evidence.Total / Predicted.CountedShare) : Evidence.Total;

    /// <inheritdoc cref="SuggestionStatuses.IsOpen"/>
    public bool IsOpen => Status.IsOpen();

    /// <summary>Whether it is about a field that the project no longer has, which is counted no more.</summary>
    public bool HasLostItsField(Project project) => Field is not null && !project.CaptureFields.Exists(field => field.Key == Field);

    public bool Accept(string who, DateTime now) => Decide(SuggestionStatus.Accepted, who, now);

    public bool Reject(RejectReason reason, string? comment, string who, DateTime now, int quietDays)
    {
        (RejectReason, RejectComment, QuietUntil) = Status == SuggestionStatus.Pending ? (reason, comment, now.AddDays(quietDays)) : (RejectReason, RejectComment, QuietUntil);
        return Decide(SuggestionStatus.Rejected, who, now);
    }

    /// <summary>Takes a rejection back; it then has as long as a new card to be seen again.</summary>
    public bool Reopen(DateTime now)
    {
        if (Status != SuggestionStatus.Rejected)
        {
            return false;
        }

        (RejectReason, RejectComment, QuietUntil, DecidedAt, DecidedBy, LastSeenAt) = (null, null, null, null, null, now);
        return Move(SuggestionStatus.Pending);
    }

    /// <summary>Hides it from the open cards until then; null shows it again.</summary>
    public bool Snooze(DateTime? until)
    {
        if (Status != SuggestionStatus.Pending)
        {
            return false;
        }

        SnoozedUntil = until;
        Revision++;
        return true;
    }

    public bool MarkApplied(AppliedChange change, DateTime now)
    {
        if (Status != SuggestionStatus.Accepted)
        {
            return false;
        }

        (Applied, AppliedAt, MeasureAt) = (change, now, now);
        return Move(SuggestionStatus.Applied);
    }

    /// <summary>Puts an accepted card back when its target moved before it could be applied.</summary>
    public bool ReturnToPending()
    {
        if (Status != SuggestionStatus.Accepted)
        {
            return false;
        }

        (DecidedAt, DecidedBy) = (null, null);
        return Move(SuggestionStatus.Pending);
    }

    public bool RollBack(int version, string who, DateTime now)
    {
        if (Status != SuggestionStatus.Applied)
        {
            return false;
        }

        (RolledBackVersion, RolledBackBy, RolledBackAt, MeasureAt) = (version, who, now, now);
        return Move(SuggestionStatus.RolledBack);
    }

    public bool Expire(DateTime now)
    {
        DecidedAt = Status == SuggestionStatus.Pending ? now : DecidedAt;
        return Status == SuggestionStatus.Pending && Move(SuggestionStatus.Expired);
    }

    /// <summary>Writes its changes anew, against the instructions now in force.</summary>
    public void Rebase(int version, List<SuggestionChange> changes)
    {
        (TargetVersion, Changes) = (version, changes);
        Revision++;
    }

    /// <summary>The effect of applying it has been judged; judged once.</summary>
    public void Judge(Verdict verdict, DateTime now) => (Verdict, JudgedAt) = Verdict is null ? (verdict, now) : (Verdict, JudgedAt);

    /// <summary>
    /// Notes in the caller's transaction that the finding is there, to the minute: the row is wide, and would be written anew with every
    /// call. Not by the entity, whose evidence would be compared with itself.
    /// </summary>
    internal static void MarkSeen(SupportDbContext db, LastCard card, DateTime at)
    {
        if ((at - card.LastSeenAt).Duration() < TimeSpan.FromMinutes(1))
        {
            return;
        }

        var statements = PreparedStatements.Of(db);
        statements.Run("""UPDATE "Suggestions" SET "LastSeenAt" = $2 WHERE "Id" = $1""", card.Id, SqliteConventions.Text(at));
    }

    private bool Decide(SuggestionStatus status, string who, DateTime now)
    {
        if (Status != SuggestionStatus.Pending)
        {
            return false;
        }

        (DecidedAt, DecidedBy, SnoozedUntil) = (now, who, null);
        return Move(status);
    }

    private bool Move(SuggestionStatus status)
    {
        Status = status;
        Revision++;
        return true;
    }
}
