using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Reads single measurements: the judged, the running and the undone ones.</summary>
public sealed class ImpactLists(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Counts stop here and are shown as "1,000+".</summary>
    public const int CountCap = 1000;

    /// <summary>Rows at once at most, and points of a chart: more of them are a blot.</summary>
    public const int MaxPage = 400;

    public async Task<ImpactSlice> ListAsync(
        ImpactList list, ImpactFilter filter, string? cursor = null, int take = 50, CancellationToken cancellation = default)
    {
        take = Math.Clamp(take, 1, MaxPage);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cards = Of(db, list, filter);
        if (ImpactCursor.Parse(cursor) is { } after)
        {
            // The "<=" is said twice, so that the index can start where the page before ended.
            cards = list == ImpactList.Judged
                ? cards.Where(card => card.JudgedAt <= after.Judged && (card.JudgedAt < after.Judged || card.Id < after.Id))
                : cards.Where(card => card.Id < after.Id);
        }

        var ordered = list == ImpactList.Judged
            ? cards.OrderByDescending(card => card.JudgedAt).ThenByDescending(card => card.Id)
            : cards.OrderByDescending(card => card.Id);
        var rows = await MeasuredAsync(db, await ordered.Take(take + 1).Select(Row).ToListAsync(cancellation), cancellation);
        if (rows.Count <= take)
        {
            return new ImpactSlice(rows, null);
        }

        rows.RemoveAt(take);
        return new ImpactSlice(rows, ImpactCursor.After(rows[^1]).ToString());
    }

    /// <summary>How many a list holds, at most <see cref="CountCap"/>.</summary>
    public async Task<int> CountAsync(ImpactList list, ImpactFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Of(db, list, filter).Take(CountCap).CountAsync(cancellation);
    }

    private static IQueryable<Suggestion> Of(SupportDbContext db, ImpactList list, ImpactFilter filter)
    {
        var cards = db.Suggestions.AsNoTracking();
        if (filter.ProjectId is not null)
        {
            cards = cards.Where(card => card.ProjectId == filter.ProjectId);
        }

        return list switch
        {
            ImpactList.Judged => cards.Where(card => card.JudgedAt >= filter.From),
            ImpactList.Running => cards.Where(card => card.Status == SuggestionStatus.Applied && card.JudgedAt == null),
            ImpactList.Undone => cards.Where(card => card.Status == SuggestionStatus.RolledBack && card.RolledBackAt >= filter.From),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };
    }

    private static readonly Expression<Func<Suggestion, ImpactRow>> Row = card => new ImpactRow(
        card.Id, card.Project!.ExternalId, card.Project.Name, card.Cause, card.Metric, card.Field, card.FieldLabel,
        card.Predicted, card.AppliedAt!.Value, card.JudgedAt, card.Verdict, card.RolledBackAt, card.RolledBackBy, null, null);

    private static async Task<List<ImpactRow>> MeasuredAsync(SupportDbContext db, List<ImpactRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var measured = await db.ImpactMeasurements.AsNoTracking().Where(row => ids.Contains(row.SuggestionId)).ToListAsync(cancellation);
        var found = measured.ToDictionary(row => (row.SuggestionId, row.Of));
        return [.. rows.Select(row => row with
        {
            Apply = found.GetValueOrDefault((row.Id, MeasurementOf.Apply)),
            Undo = found.GetValueOrDefault((row.Id, MeasurementOf.Undo)),
        })];
    }
}
