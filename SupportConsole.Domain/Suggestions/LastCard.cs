using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>
/// What a check must know of the newest card for a problem: whether it is open, whether it has grown enough to be written anew, or how long
/// the problem is left alone. Read for every finding at every call, so without EF Core and without what only people look at.
/// </summary>
public sealed record LastCard(
    long Id, string Fingerprint, SuggestionStatus Status, string Detector, Verdict? Verdict, DateTime? MeasureAt, DateTime? QuietUntil, DateTime? RolledBackAt,
    DateTime LastSeenAt, LastEvidence Evidence)
{
    private const string Newest =
        """
        SELECT "Id", "Fingerprint", "Status", "Detector", "Verdict", "MeasureAt", "QuietUntil", "RolledBackAt", "LastSeenAt", "Evidence"
        FROM "Suggestions" WHERE "Fingerprint" = $1 ORDER BY "Id" DESC LIMIT 1
        """;

    public bool IsOpen => Status.IsOpen();

    public static LastCard? Read(SupportDbContext db, string fingerprint) =>
        PreparedStatements.Of(db).Rows(
            Newest,
            row => new LastCard(
                row.Long(0), row.Text(1), Enum.Parse<SuggestionStatus>(row.Text(2)), row.Text(3),
                row.IsNull(4) ? null : Enum.Parse<Verdict>(row.Text(4)), row.TimeOrNull(5), row.TimeOrNull(6), row.TimeOrNull(7), row.Time(8), row.Json<LastEvidence>(9)),
            fingerprint).SingleOrDefault();
}

/// <summary>The part of <see cref="SuggestionEvidence"/> that tells whether there is more by now.</summary>
public sealed record LastEvidence(int Total, IReadOnlyList<CauseCount> Causes, DateTime To, int? InWindow)
{
    /// <inheritdoc cref="SuggestionEvidence.WindowTotal"/>
    public int WindowTotal => InWindow ?? Total;
}
