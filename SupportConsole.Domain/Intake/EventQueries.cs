using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access.Privacy;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake;

/// <summary>How the event worker keeps up, and what it gave up on. Reads through the indexes of waiting and of given-up calls only.</summary>
public sealed class EventQueries(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Counts stop here and are shown as "1,000+".</summary>
    public const int CountCap = 1000;

    public const int MaxPage = 100;

    public async Task<EventBacklog> BacklogAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var waiting = db.Calls.AsNoTracking().Where(call => call.ProcessedAt == null && call.GaveUpAt == null);
        return new EventBacklog(
            await waiting.Take(CountCap).CountAsync(cancellation),
            await waiting.OrderBy(call => call.Id).Select(call => (DateTime?)call.ReceivedAt).FirstOrDefaultAsync(cancellation),
            await db.Calls.Where(call => call.ProcessedAt == null && call.GaveUpAt != null).Take(CountCap).CountAsync(cancellation));
    }

    /// <summary>A page of what was given up, newest first; <paramref name="before"/> is the last id of the page before. Personal data is hidden here when <paramref name="masked"/>.</summary>
    public async Task<FailedEventPage> FailedAsync(bool masked, long? before = null, int take = 25, CancellationToken cancellation = default)
    {
        take = Math.Clamp(take, 1, MaxPage);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Calls.AsNoTracking()
            .Where(call => call.ProcessedAt == null && call.GaveUpAt != null && (before == null || call.Id < before))
            .OrderByDescending(call => call.Id).Take(take + 1)
            .Join(db.Projects, call => call.ProjectId, project => project.Id, (call, project) => new { call, project })
            .OrderByDescending(row => row.call.Id)
            .Select(row => new FailedEvent(
                row.call.Id, row.call.Source, row.call.ExternalId, row.project.ExternalId, row.project.Name, row.call.ReceivedAt,
                row.call.GaveUpAt!.Value, row.call.Attempts, row.call.Fault ?? ""))
            .ToListAsync(cancellation);
        if (masked)
        {
            rows = [.. rows.Select(row => row with { Fault = PersonalData.Text(row.Fault) })];
        }

        return rows.Count <= take ? new FailedEventPage(rows, null) : new FailedEventPage(rows[..take], rows[take - 1].Id);
    }
}
