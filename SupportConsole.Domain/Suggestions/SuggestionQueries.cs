using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Reads cards for pages and the API.</summary>
public sealed class SuggestionQueries(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    /// <summary>Counts stop here and are shown as "1,000+".</summary>
    public const int CountCap = 1000;

    public const int MaxPage = 100;

    /// <summary>A page of cards: open ones by worth, the others newest first. The cursor is that of the page before.</summary>
    public async Task<SuggestionPage> ListAsync(
        SuggestionView view, long? projectId = null, string? cursor = null, int take = 50, CancellationToken cancellation = default)
    {
        take = Math.Clamp(take, 1, MaxPage);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cards = Of(db, view, projectId);
        if (Cursor.Parse(cursor) is { } after)
        {
            cards = view == SuggestionView.Open
                ? cards.Where(card => card.Worth < after.Worth || (card.Worth == after.Worth && card.Id < after.Id))
                : cards.Where(card => card.Id < after.Id);
        }

        var ordered = view == SuggestionView.Open
            ? cards.OrderByDescending(card => card.Worth).ThenByDescending(card => card.Id)
            : cards.OrderByDescending(card => card.Id);
        var rows = await ordered.Take(take + 1).Select(card => new SuggestionRow(
            card.Id, card.Revision, card.Project!.ExternalId, card.Project.Name, card.Kind, card.Cause, card.Metric, card.FieldLabel,
            card.Priority, card.Status, card.Predicted, card.Worth, card.CreatedAt, card.DecidedAt, card.Verdict)).ToListAsync(cancellation);
        if (rows.Count <= take)
        {
            return new SuggestionPage(rows, null);
        }

        rows.RemoveAt(take);
        return new SuggestionPage(rows, new Cursor(rows[^1].Worth, rows[^1].Id).ToString());
    }

    /// <summary>How many cards a view holds, at most <see cref="CountCap"/>.</summary>
    public async Task<int> CountAsync(SuggestionView view, long? projectId = null, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Of(db, view, projectId).Take(CountCap).CountAsync(cancellation);
    }

    public async Task<SuggestionDetail?> GetAsync(long id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var card = await db.Suggestions.AsNoTracking().Include(card => card.Project).SingleOrDefaultAsync(card => card.Id == id, cancellation);
        if (card is null)
        {
            return null;
        }

        var measurements = await db.ImpactMeasurements.AsNoTracking().Where(row => row.SuggestionId == id).OrderBy(row => row.Id).ToListAsync(cancellation);
        return new SuggestionDetail(card, measurements, await OutcomeLedger.TrackRecordAsync(db, card.Cause, cancellation));
    }

    private IQueryable<Suggestion> Of(SupportDbContext db, SuggestionView view, long? projectId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var cards = db.Suggestions.AsNoTracking();
        if (projectId is not null)
        {
            cards = cards.Where(card => card.ProjectId == projectId);
        }

        return view switch
        {
            SuggestionView.Open => cards.Where(card => card.Status == SuggestionStatus.Pending && (card.SnoozedUntil == null || card.SnoozedUntil <= now)),
            SuggestionView.Snoozed => cards.Where(card => card.Status == SuggestionStatus.Pending && card.SnoozedUntil > now),
            SuggestionView.Applied => cards.Where(card => card.Status == SuggestionStatus.Applied && card.JudgedAt == null),
            SuggestionView.Judged => cards.Where(card => card.JudgedAt != null),
            SuggestionView.Undone => cards.Where(card => card.Status == SuggestionStatus.RolledBack),
            SuggestionView.Rejected => cards.Where(card => card.Status == SuggestionStatus.Rejected),
            SuggestionView.Expired => cards.Where(card => card.Status == SuggestionStatus.Expired),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }

    /// <summary>Where a page ended: the last row's worth and id.</summary>
    private sealed record Cursor(double Worth, long Id)
    {
        public static Cursor? Parse(string? text)
        {
            var parts = text?.Split('_') ?? [];
            return parts.Length == 2
                && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var worth)
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new Cursor(worth, id)
                : null;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Worth:R}_{Id}");
    }
}
