using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Settings.Audit;

/// <summary>Who decided or set what, and when; newest first.</summary>
public sealed class AuditQueries(IDbContextFactory<SupportDbContext> contexts, IOptionsMonitor<AuditOptions> options)
{
    /// <summary>Rows read at once for an export: a long reading would keep the log of writes from being folded in.</summary>
    private const int ExportStep = 1_000;

    public int MostExported => options.CurrentValue.ExportRows;

    /// <summary>The newest entries, or those before the entry <paramref name="before"/>.</summary>
    public async Task<AuditSlice> ListAsync(AuditFilter filter, long? before = null, int take = 50, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await Matching(db, filter).Where(entry => before == null || entry.Id < before)
            .OrderByDescending(entry => entry.Id).Take(take + 1).ToListAsync(cancellation);
        return new(await db.NamedAsync([.. rows.Take(take)], cancellation), rows.Count > take);
    }

    /// <summary>How many came after the entry <paramref name="newest"/>; counting stops at <paramref name="most"/>.</summary>
    public async Task<int> CountNewerAsync(AuditFilter filter, long newest, int most = 99, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Matching(db, filter).Where(entry => entry.Id > newest).Take(most).CountAsync(cancellation);
    }

    /// <summary>At most <see cref="MostExported"/> entries.</summary>
    public async IAsyncEnumerable<AuditRow> StreamAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        long? before = null;
        for (var left = MostExported; left > 0;)
        {
            var page = await ListAsync(filter, before, Math.Min(left, ExportStep), cancellation);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            if (!page.More)
            {
                yield break;
            }

            before = page.Rows[^1].Id;
            left -= page.Rows.Count;
        }
    }

    private static IQueryable<AuditEntry> Matching(SupportDbContext db, AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.Who is { } who)
        {
            entries = entries.Where(entry => entry.Who == who);
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(entry => entry.Action == action);
        }

        if (filter.TargetKind is { } kind)
        {
            entries = entries.Where(entry => entry.TargetKind == kind);
        }

        if (filter.TargetId is { } id)
        {
            entries = entries.Where(entry => entry.TargetId == id);
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        return filter.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
    }
}
