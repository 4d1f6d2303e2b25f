using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access.Privacy;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>Reads labelled texts.</summary>
public sealed class LabelQueries(IDbContextFactory<SupportDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _counting = new(1);
    private ((long Text, long Audit) State, LabelTotals Totals)? _counted;

    /// <summary>Newest first; one more than asked for shows that there are more.</summary>
    /// <param name="before">The last id of the page before.</param>
    /// <param name="masked">Without what identifies a customer.</param>
    public async Task<List<LabelledRow>> ListAsync(LabelFilter filter, long? before, int take, bool masked, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last = before ?? long.MaxValue;
        var rows = await Matching(db, filter).AsNoTracking().Where(text => text.Id < last).OrderByDescending(text => text.Id).Take(take + 1).ToListAsync(cancellation);
        return rows.ConvertAll(row => new LabelledRow(
            row.Id, masked ? PersonalData.Text(row.Text, PersonalData.Names(row.Text)) : row.Text, row.Label, row.HeldOut, row.Source, row.AddedBy, row.AddedAt));
    }

    public async Task<int> CountAsync(LabelFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Matching(db, filter).CountAsync(cancellation);
    }

    /// <summary>How many texts there are, by label. Counted once for all who ask until something changed: whatever does brings a text or an entry of the audit.</summary>
    public async Task<LabelTotals> TotalsAsync(CancellationToken cancellation = default)
    {
        await _counting.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var state = (await db.LabelledTexts.MaxAsync(text => (long?)text.Id, cancellation) ?? 0, await db.AuditEntries.MaxAsync(entry => (long?)entry.Id, cancellation) ?? 0);
            if (_counted is { } counted && counted.State == state)
                return counted.Totals;
            var totals = await CountAsync(db, cancellation);
            _counted = (state, totals);
            return totals;
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <summary>How many texts that can be learned were labelled since a training.</summary>
    public Task<int> SinceAsync(long lastTextId, CancellationToken cancellation = default) => CountAsync(new LabelFilter(WaitingSince: lastTextId), cancellation);

    public void Dispose() => _counting.Dispose();

    internal static IQueryable<LabelledText> Matching(SupportDbContext db, LabelFilter filter)
    {
        var texts = db.LabelledTexts.AsQueryable();
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

    private static async Task<LabelTotals> CountAsync(SupportDbContext db, CancellationToken cancellation)
    {
        var labels = await db.LabelledTexts.GroupBy(text => text.Label).OrderBy(same => same.Key).Take(TextModelTraining.MostLabels)
            .Select(same => new LabelTotal(same.Key, same.Count(), same.Count(text => text.HeldOut))).ToListAsync(cancellation);
        return new LabelTotals(
            [.. labels.OrderBy(label => label.Label, StringComparer.OrdinalIgnoreCase)],
            await db.LabelledTexts.CountAsync(cancellation),
            await db.LabelledTexts.CountAsync(text => text.HeldOut, cancellation),
            await db.LabelledTexts.Select(text => text.Label).Distinct().CountAsync(cancellation),
            await db.LabelledTexts.Where(text => !text.HeldOut && text.Label != LearningOptions.OutOfScope).Select(text => text.Label).Distinct().CountAsync(cancellation));
    }
}

/// <summary>A labelled text as a list shows it.</summary>
public sealed record LabelledRow(long Id, string Text, string Label, bool HeldOut, string Source, string AddedBy, DateTime AddedAt);

public sealed record LabelTotal(string Label, int Texts, int HeldOut);

/// <param name="Labels">By name; at most a thousand.</param>
/// <param name="LabelCount">How many there are, beyond that thousand too.</param>
/// <param name="Learnable">Labels that have texts to learn from; <see cref="LearningOptions.OutOfScope"/> is none.</param>
public sealed record LabelTotals(IReadOnlyList<LabelTotal> Labels, int Texts, int HeldOut, int LabelCount, int Learnable)
{
    public static LabelTotals None { get; } = new([], 0, 0, 0, 0);
}
