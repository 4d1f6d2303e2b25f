using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access.Privacy;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>Reads labelled texts.</summary>
public sealed class LabelQueries(IDbContextFactory<SupportDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _counting = new(1);
    private readonly Dictionary<LabelKind, LabelTotals> _counted = [];
    private (long Text, long Audit) _state;

    /// <summary>Newest first; one more than asked for shows that there are more.</summary>
    /// <param name="before">The last id of the page before.</param>
    /// <param name="masked">Without what identifies a customer.</param>
    public async Task<List<LabelledRow>> ListAsync(LabelFilter filter, long? before, int take, bool masked, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last = before ?? long.MaxValue;
        var rows = await Matching(db, filter).AsNoTracking().Where(text => text.Id < last).OrderByDescending(text => text.Id).Take(take + 1).ToListAsync(cancellation);
        return rows.ConvertAll(row => new LabelledRow(
            row.Id, masked ? PersonalData.Text(row.Text, PersonalData.Names(row.Text)) : row.Text, row.Kind, row.Label, row.HeldOut, row.Source, row.AddedBy, row.AddedAt));
    }

    public async Task<int> CountAsync(LabelFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Matching(db, filter).CountAsync(cancellation);
    }

    /// <summary>How many texts there are with a label of a kind, by label. Counted once for all who ask until something changed: whatever does brings a text or an entry of the audit.</summary>
    public async Task<LabelTotals> TotalsAsync(LabelKind kind, CancellationToken cancellation = default)
    {
        await _counting.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var state = (await db.LabelledTexts.MaxAsync(text => (long?)text.Id, cancellation) ?? 0, await db.AuditEntries.MaxAsync(entry => (long?)entry.Id, cancellation) ?? 0);
            if (state != _state)
                _counted.Clear();
            _state = state;
            if (!_counted.TryGetValue(kind, out var totals))
                _counted[kind] = totals = await CountAsync(db.LabelledTexts.Where(text => text.Kind == kind), cancellation);
            return totals;
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <summary>How many texts of a kind that can be learned were labelled since a training.</summary>
    public Task<int> SinceAsync(LabelKind kind, long lastTextId, CancellationToken cancellation = default) => CountAsync(new LabelFilter(kind, WaitingSince: lastTextId), cancellation);

    public void Dispose() => _counting.Dispose();

    internal static IQueryable<LabelledText> Matching(SupportDbContext db, LabelFilter filter)
    {
        var texts = db.LabelledTexts.AsQueryable();
        if (filter.Kind is { } kind)
            texts = texts.Where(text => text.Kind == kind);
        if (filter.Label is { } label)
            texts = texts.Where(text => text.Label == label);
        if (filter.WaitingSince is { } since)
            texts = texts.Where(text => !text.HeldOut && text.Id > since);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var like = LikePattern.Holding(filter.Text);
            texts = texts.Where(text => EF.Functions.Like(text.Text, like, LikePattern.Escape));
        }

        return texts;
    }

    private static async Task<LabelTotals> CountAsync(IQueryable<LabelledText> texts, CancellationToken cancellation)
    {
        var labels = await texts.GroupBy(text => text.Label).OrderBy(same => same.Key).Take(TextModelTraining.MostLabels)
            .Select(same => new LabelTotal(same.Key, same.Count(), same.Count(text => text.HeldOut))).ToListAsync(cancellation);
        return new LabelTotals(
            [.. labels.OrderBy(label => label.Label, StringComparer.OrdinalIgnoreCase)],
            await texts.CountAsync(cancellation),
            await texts.CountAsync(text => text.HeldOut, cancellation),
            await texts.Select(text => text.Label).Distinct().CountAsync(cancellation),
            await texts.Where(text => !text.HeldOut && text.Label != LearningOptions.OutOfScope).Select(text => text.Label).Distinct().CountAsync(cancellation));
    }
}

/// <summary>A labelled text as a list shows it.</summary>
public sealed record LabelledRow(long Id, string Text, LabelKind Kind, string Label, bool HeldOut, string Source, string AddedBy, DateTime AddedAt);

public sealed record LabelTotal(string Label, int Texts, int HeldOut);

/// <param name="Labels">By name; at most a thousand.</param>
/// <param name="LabelCount">How many there are, beyond that thousand too.</param>
/// <param name="Learnable">Labels that have texts to learn from; <see cref="LearningOptions.OutOfScope"/> is none.</param>
public sealed record LabelTotals(IReadOnlyList<LabelTotal> Labels, int Texts, int HeldOut, int LabelCount, int Learnable)
{
    public static LabelTotals None { get; } = new([], 0, 0, 0, 0);
}
