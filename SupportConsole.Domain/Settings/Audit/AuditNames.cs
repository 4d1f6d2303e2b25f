using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Settings.Audit;

/// <summary>What the targets of some entries are called now: one query for each kind among them.</summary>
internal static class AuditNames
{
    public static async Task<IReadOnlyList<AuditRow>> NamedAsync(
        this SupportDbContext db, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation)
    {
        var names = new Dictionary<(string Kind, long Id), (string Name, string? ExternalId)>();
        foreach (var group in entries.GroupBy(entry => entry.TargetKind))
        {
            foreach (var found in await Query(db, group.Key, [.. group.Select(entry => entry.TargetId).Distinct()]).ToListAsync(cancellation))
            {
                names[(group.Key, found.Id)] = (found.Name, found.ExternalId);
            }
        }

        return [.. entries.Select(entry =>
        {
            var known = names.TryGetValue((entry.TargetKind, entry.TargetId), out var found);
            return new AuditRow(
                entry.Id, entry.At, entry.Who, entry.Action, entry.TargetKind, entry.TargetId,
                known ? found.Name : null, known ? found.ExternalId : null, entry.Detail);
        })];
    }

    private static IQueryable<Named> Query(SupportDbContext db, string kind, List<long> ids) => kind switch
    {
        "project" => db.Projects.Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.Name, row.ExternalId)),
        "suggestion" => db.Suggestions.Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.Project!.Name, row.Project.ExternalId)),
        "person" => db.Users.Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.DisplayName, null)),
        "api_key" => db.ApiKeys.Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.Name, null)),
        "webhook" => db.Webhooks.Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.Name, null)),
        "import" => db.Imports.Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.FileName, null)),
        "catalogue" => db.CatalogueEdits.Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.Key, null)),
        _ => db.Users.Where(row => false).Select(row => new Named(row.Id, "", null)),
    };

    private sealed record Named(long Id, string Name, string? ExternalId);
}
