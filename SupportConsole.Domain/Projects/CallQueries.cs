using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access.Privacy;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>Reads calls for pages. Personal data is hidden here, before it leaves the domain.</summary>
public sealed class CallQueries(IDbContextFactory<SupportDbContext> contexts)
{
    public const int MaxPage = 50;

    /// <summary>Calls read at a time while searching for those that a filter keeps.</summary>
    private const int Batch = 1_000;

    /// <summary>
    /// Calls searched for one page: what a filter asks (a missing field lies in JSON) no index reaches, and a page should not
    /// wait longer than a blink for calls that may not be there.
    /// </summary>
    private const int MostSearched = 10_000;

    /// <summary>Calls of a project, newest first. The cursor is that of the page before.</summary>
    public async Task<CallSlice> ListAsync(
        Project project, CallFilter filter, bool masked, string? cursor = null, int take = MaxPage, CancellationToken cancellation = default)
    {
        take = Math.Clamp(take, 1, MaxPage);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (at, found, searched) = (CallCursor.Parse(cursor), new List<long>(take), 0);
        while (true)
        {
            var size = filter.Status is null && filter.Missing is null ? take + 1 : Batch;
            var batch = await Candidates(db, project.Id, filter, at).Take(size).ToListAsync(cancellation);
            foreach (var call in batch)
            {
                if (found.Count == take)
                {
                    return new CallSlice(await RowsAsync(db, project, found, masked, cancellation), at!.ToString(), null);
                }

                at = new CallCursor(call.StartedAt, call.Id);
                if ((filter.Status is null || call.Status == filter.Status) && (filter.Missing is null || IsMissing(project, call, filter.Missing)))
                {
                    found.Add(call.Id);
                }
            }

            searched += batch.Count;
            if (batch.Count < size || searched >= MostSearched)
            {
                var ended = batch.Count < size;
                return new CallSlice(
                    await RowsAsync(db, project, found, masked, cancellation), ended ? null : at!.ToString(), ended ? null : at!.StartedAt);
            }
        }
    }

    /// <summary>One call, or null.</summary>
    public async Task<CallDetail?> GetAsync(long id, bool masked, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Id == id, cancellation) is not { } call)
        {
            return null;
        }

        var project = await db.Projects.AsNoTracking().SingleAsync(project => project.Id == call.ProjectId, cancellation);
        return CallDetail.Of(call, project, masked);
    }

    /// <summary>Whether a call once had this id, which is given to no other.</summary>
    public async Task<bool> WasThereAsync(long id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last = await db.Database.SqlQuery<long>($"""SELECT seq AS "Value" FROM sqlite_sequence WHERE name = 'Calls'""").FirstOrDefaultAsync(cancellation);
        return id > 0 && id <= last;
    }

    /// <summary>Calls with exactly this id, of whichever senders.</summary>
    public async Task<IReadOnlyList<FoundCall>> FindAsync(string externalId, int take, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Calls.AsNoTracking().Where(call => call.ExternalId == externalId)
            .Join(db.Projects, call => call.ProjectId, project => project.Id, (call, project) => new { call, project })
            .OrderBy(row => row.call.Source).Take(take)
            .Select(row => new FoundCall(row.call.Id, row.call.StartedAt, row.project.Name)).ToListAsync(cancellation);
    }

    private static bool IsMissing(Project project, Candidate call, string field) =>
        call.Status == CallStatus.Completed && project.Asked(field, call.ProcessedAt) && string.IsNullOrWhiteSpace(call.Fields!.GetValueOrDefault(field));

    private static IQueryable<Candidate> Candidates(SupportDbContext db, long project, CallFilter filter, CallCursor? after)
    {
        var calls = db.Calls.AsNoTracking().Where(call => call.ProjectId == project);
        if (filter.Version is not null)
        {
            calls = calls.Where(call => call.InstructionVersion == filter.Version);
        }

        if (after is not null)
        {
            calls = calls.Where(call => call.StartedAt <= after.StartedAt && (call.StartedAt < after.StartedAt || call.Id < after.Id));
        }

        calls = calls.OrderByDescending(call => call.StartedAt).ThenByDescending(call => call.Id);
        return filter.Missing is null
            ? calls.Select(call => new Candidate(call.Id, call.StartedAt, call.Status, null, null))
            : calls.Select(call => new Candidate(call.Id, call.StartedAt, call.Status, call.ProcessedAt, call.Fields));
    }

    private static async Task<IReadOnlyList<CallRow>> RowsAsync(
        SupportDbContext db, Project project, List<long> ids, bool masked, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var required = project.RequiredFields().ToList();
        var rows = await db.Calls.AsNoTracking().Where(call => ids.Contains(call.Id))
            .Select(call => new
            {
                call.Id,
                call.ExternalId,
                call.CustomerId,
                call.Status,
                call.FailureReason,
                call.EndedBy,
                call.StartedAt,
                call.DurationSeconds,
                call.InstructionVersion,
                call.Fields,
                call.ProcessedAt,
                call.GaveUpAt,
                call.Attempts,
                call.ImportId,
            }).ToDictionaryAsync(call => call.Id, cancellation);
        return [.. ids.Select(id => rows[id]).Select(call => new CallRow(
            call.Id,
            call.ExternalId,
            call.CustomerId is null || !masked ? call.CustomerId : PersonalData.Id(call.CustomerId),
            call.Status,
            call.Status == CallStatus.Failed ? FailureCause.Of(call.FailureReason, call.EndedBy, call.DurationSeconds) : null,
            call.EndedBy,
            call.StartedAt,
            call.DurationSeconds,
            call.InstructionVersion,
            call.Status == CallStatus.Completed
                ? [.. required.Where(field => project.Asked(field.Key, call.ProcessedAt) && string.IsNullOrWhiteSpace(call.Fields.GetValueOrDefault(field.Key)))
                    .Select(field => field.Label)]
                : [],
            Call.StageOf(call.ProcessedAt, call.GaveUpAt, call.Attempts),
            call.ImportId is not null))];
    }

    private sealed record Candidate(long Id, DateTime StartedAt, CallStatus Status, DateTime? ProcessedAt, Dictionary<string, string>? Fields);
}
