using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access.Privacy;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>Reads labelled texts.</summary>
public sealed class LabelQueries(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Labels that are counted; more cannot be learned either.</summary>
    private const int MostLabels = 1_000;

    /// <summary>Newest first; one more than asked for shows that there are more.</summary>
    /// <param name="since">Only texts after this one: what was said since a training.</param>
    /// <param name="before">The last id of the page before.</param>
    /// <param name="masked">Without what identifies a customer.</param>
    public async Task<List<LabelledRow>> ListAsync(
        string? label, long since, long? before, int take, bool masked, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last = before ?? long.MaxValue;
        var texts = db.LabelledTexts.AsNoTracking().Where(text => text.Id > since && text.Id < last);
        if (label is not null)
            texts = texts.Where(text => text.Label == label);
        var rows = await texts.OrderByDescending(text => text.Id).Take(take + 1).ToListAsync(cancellation);
        return rows.ConvertAll(row => new LabelledRow(
            row.Id, masked ? PersonalData.Text(row.Text, PersonalData.Names(row.Text)) : row.Text, row.Label, row.HeldOut, row.Source, row.AddedBy, row.AddedAt));
    }

    /// <summary>How many texts there are, by label.</summary>
    public async Task<LabelTotals> TotalsAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var counts = await db.LabelledTexts.AsNoTracking().GroupBy(text => text.Label)
            .Select(same => new LabelTotal(same.Key, same.Count(), same.Count(text => text.HeldOut))).ToListAsync(cancellation);
        return new LabelTotals([.. counts.OrderBy(count => count.Label, StringComparer.OrdinalIgnoreCase).Take(MostLabels)], counts.Sum(count => count.Texts), counts.Sum(count => count.HeldOut), counts.Count);
    }

    /// <summary>How many were labelled since a training.</summary>
    public async Task<int> SinceAsync(long lastTextId, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.LabelledTexts.CountAsync(text => text.Id > lastTextId, cancellation);
    }
}

/// <summary>A labelled text as a list shows it.</summary>
public sealed record LabelledRow(long Id, string Text, string Label, bool HeldOut, string Source, string AddedBy, DateTime AddedAt);

public sealed record LabelTotal(string Label, int Texts, int HeldOut);

/// <param name="Labels">By name; at most a thousand.</param>
public sealed record LabelTotals(IReadOnlyList<LabelTotal> Labels, int Texts, int HeldOut, int LabelCount)
{
    public static LabelTotals None { get; } = new([], 0, 0, 0);
}
