using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Reads cards for pages and the API.</summary>
public sealed class SuggestionQueries(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    /// <summary>Counts stop here and are shown as "1,000+".</summary>
    public const int CountCap = 1000;

    public const int MaxPage = 100;

    /// <summary>The search reads no further back: a person who looks for an older card knows its project.</summary>
    private const int MostSearched = 5_000;

    /// <summary>
    /// A page of cards: open ones by worth, the others newest first; every card when there is no view. The cursor is that of the page before.
    /// </summary>
    public Task<SuggestionPage> ListAsync(
        SuggestionView? view, long? projectId = null, string? cursor = null, int take = 50, CancellationToken cancellation = default) =>
        ListAsync(new SuggestionFilter(view, projectId), cursor, take, cancellation);

    /// <inheritdoc cref="ListAsync(SuggestionView?, long?, string?, int, CancellationToken)"/>
    public async Task<SuggestionPage> ListAsync(SuggestionFilter filter, string? cursor = null, int take = 50, CancellationToken cancellation = default)
    {
        take = Math.Clamp(take, 1, MaxPage);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cards = Ordered(Of(db, filter.View, filter.ProjectId), filter, SuggestionCursor.Parse(cursor));
        var rows = await cards.Take(take + 1).Select(Row(db)).ToListAsync(cancellation);
        if (rows.Count <= take)
        {
            return new SuggestionPage(rows, null);
        }

        rows.RemoveAt(take);
        return new SuggestionPage(rows, SuggestionCursor.After(rows[^1]).ToString());
    }

    /// <summary>These cards as they are now, in no order.</summary>
    public async Task<IReadOnlyList<SuggestionRow>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Suggestions.AsNoTracking().Where(card => ids.Contains(card.Id)).Select(Row(db)).ToListAsync(cancellation);
    }

    /// <summary>
    /// Cards that answer every word, open ones first, then the newest: by one of the causes that the word names in the reader's
    /// language, by project, or by field. Looks at the newest <see cref="MostSearched"/> cards.
    /// </summary>
    public async Task<IReadOnlyList<SuggestionRow>> FindAsync(
        IEnumerable<(string Word, IReadOnlyList<string> Causes)> words, int take, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var oldest = await db.Suggestions.MaxAsync(card => (long?)card.Id, cancellation) - MostSearched;
        var cards = db.Suggestions.AsNoTracking().Where(card => card.Id > oldest && card.Project!.Status != ProjectStatus.Archived);
        foreach (var (word, causes) in words)
        {
            var like = LikePattern.Holding(word);
            cards = cards.Where(card => causes.Contains(card.Cause)
                || EF.Functions.Like(card.Project!.Name, like, LikePattern.Escape) || EF.Functions.Like(card.FieldLabel!, like, LikePattern.Escape));
        }

        return await cards.OrderByDescending(card => card.Status == SuggestionStatus.Pending).ThenByDescending(card => card.Id)
            .Take(Math.Clamp(take, 1, MaxPage)).Select(Row(db)).ToListAsync(cancellation);
    }

    /// <summary>How many cards a view holds, at most <see cref="CountCap"/>.</summary>
    public async Task<int> CountAsync(SuggestionView view, long? projectId = null, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Of(db, view, projectId).Take(CountCap).CountAsync(cancellation);
    }

    /// <summary>The same for every view.</summary>
    public async Task<IReadOnlyDictionary<SuggestionView, int>> CountsAsync(long? projectId = null, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var counts = new Dictionary<SuggestionView, int>();
        foreach (var view in Enum.GetValues<SuggestionView>())
        {
            counts[view] = await Of(db, view, projectId).Take(CountCap).CountAsync(cancellation);
        }

        return counts;
    }

    /// <summary>When the next snoozed card opens again, which nobody announces; null when none will.</summary>
    public async Task<DateTime?> NextWakeAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Of(db, SuggestionView.Snoozed, null).MinAsync(card => card.SnoozedUntil, cancellation);
    }

    /// <summary>Whether <paramref name="cursor"/> is one that a list here gave.</summary>
    public static bool IsCursor(string cursor) => SuggestionCursor.Parse(cursor) is not null;

    /// <summary>One card, with the instructions that its evidence was counted on.</summary>
    public async Task<SuggestionDetail?> GetAsync(long id, CancellationToken cancellation = default)
    {
        if ((await GetAsync([id], cancellation)).SingleOrDefault() is not { Card: var card } detail)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var newest = card.Applied?.BaseVersion ?? int.MaxValue;
        var counted = await db.InstructionVersions.AsNoTracking()
            .Where(version => version.ProjectId == card.ProjectId && version.Number <= newest && version.ServedFrom <= card.Evidence.To)
            .OrderByDescending(version => version.Number).Select(version => new ServedSince(version.Number, version.ServedFrom)).FirstOrDefaultAsync(cancellation);
        return detail with { CountedOn = counted };
    }

    /// <summary>The cards with these ids, in their order; one that is not there is left out.</summary>
    public async Task<IReadOnlyList<SuggestionDetail>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cards = await db.Suggestions.AsNoTracking().Include(card => card.Project).Where(card => ids.Contains(card.Id))
            .ToDictionaryAsync(card => card.Id, cancellation);
        var measurements = (await db.ImpactMeasurements.AsNoTracking().Where(row => ids.Contains(row.SuggestionId)).OrderBy(row => row.Id)
            .ToListAsync(cancellation)).ToLookup(row => row.SuggestionId);
        var records = await OutcomeLedger.TrackRecordsAsync(db, cards.Values, cancellation);
        var standings = await Standings.ReadAsync(db, [.. cards.Values.Select(card => card.Cause).Distinct()], cancellation);
        return [.. ids.Where(cards.ContainsKey).Select(id => new SuggestionDetail(
            cards[id], [.. measurements[id]], records.GetValueOrDefault(id), standings[cards[id].Cause]))];
    }

    /// <summary>Those that wait for a decision now.</summary>
    internal static IQueryable<Suggestion> Open(IQueryable<Suggestion> cards, DateTime now) =>
        Pending(cards).Where(card => card.SnoozedUntil == null || card.SnoozedUntil <= now);

    /// <summary>An archived project is hidden, and so is what it asks for.</summary>
    private static IQueryable<Suggestion> Pending(IQueryable<Suggestion> cards) =>
        cards.Where(card => card.Status == SuggestionStatus.Pending && card.Project!.Status != ProjectStatus.Archived);

    private static IQueryable<Suggestion> Ordered(IQueryable<Suggestion> cards, SuggestionFilter filter, SuggestionCursor? after) => filter switch
    {
        // Each "<=" is said twice, so that the index can start where the page before ended.
        { Order: SuggestionSort.Worth } => (after is null ? cards : cards.Where(card =>
            card.Rank <= after.Rank && (card.Rank < after.Rank || card.Id < after.Id)))
            .OrderByDescending(card => card.Rank).ThenByDescending(card => card.Id),
        { View: SuggestionView.Judged } => (after is null ? cards : cards.Where(card =>
            card.JudgedAt <= after.Judged && (card.JudgedAt < after.Judged || card.Id < after.Id)))
            .OrderByDescending(card => card.JudgedAt).ThenByDescending(card => card.Id),
        _ => (after is null ? cards : cards.Where(card => card.Id < after.Id)).OrderByDescending(card => card.Id),
    };

    private static Expression<Func<Suggestion, SuggestionRow>> Row(SupportDbContext db) => card => new SuggestionRow(
        card.Id, card.Revision, card.Project!.ExternalId, card.Project.Name, card.Kind, card.Cause, card.Metric, card.Field, card.FieldLabel,
        card.Priority, card.Status, card.Predicted, card.Worth, card.Rank, card.CreatedAt, card.SnoozedUntil,
        card.DecidedAt, card.DecidedBy, card.RejectReason, card.AppliedAt, card.RolledBackAt, card.RolledBackBy,
        card.Verdict, card.JudgedAt,
        db.ImpactMeasurements.Where(measured => measured.SuggestionId == card.Id && measured.Of == MeasurementOf.Apply)
            .Select(measured => (double?)measured.Points).FirstOrDefault(),
        db.ImpactMeasurements.Where(measured => measured.SuggestionId == card.Id && measured.Of == MeasurementOf.Apply)
            .Select(measured => (double?)measured.Low).FirstOrDefault(),
        db.ImpactMeasurements.Where(measured => measured.SuggestionId == card.Id && measured.Of == MeasurementOf.Apply)
            .Select(measured => (double?)measured.High).FirstOrDefault(),
        card.Project.Status == ProjectStatus.Archived);

    private IQueryable<Suggestion> Of(SupportDbContext db, SuggestionView? view, long? projectId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var cards = db.Suggestions.AsNoTracking();
        if (projectId is not null)
        {
            cards = cards.Where(card => card.ProjectId == projectId);
        }

        return view switch
        {
            null => cards,
            SuggestionView.Open => Open(cards, now),
            SuggestionView.Snoozed => Pending(cards).Where(card => card.SnoozedUntil > now),
            SuggestionView.Applied => cards.Where(card => card.Status == SuggestionStatus.Applied && card.JudgedAt == null),
            SuggestionView.Judged => cards.Where(card => card.JudgedAt != null),
            SuggestionView.Undone => cards.Where(card => card.Status == SuggestionStatus.RolledBack),
            SuggestionView.Rejected => cards.Where(card => card.Status == SuggestionStatus.Rejected),
            SuggestionView.Expired => cards.Where(card => card.Status == SuggestionStatus.Expired),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }
}
