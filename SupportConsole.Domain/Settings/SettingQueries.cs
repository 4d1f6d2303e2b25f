using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Settings;

/// <summary>What each setting is, where that comes from, and who set it.</summary>
public sealed class SettingQueries(IDbContextFactory<SupportDbContext> contexts, BaseSettings files, SettingCheck check)
{
    public async Task<IReadOnlyList<SettingState>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Settings.AsNoTracking().ToDictionaryAsync(row => row.Key, cancellation);
        var holding = check.Holding(rows.ToDictionary(row => row.Key, row => row.Value.Value));
        return [.. SettingCatalogue.All.Select(entry =>
        {
            var row = rows.GetValueOrDefault(entry.Key);
            var (fromFiles, origin) = files.Find(entry);
            return new SettingState(
                entry, holding.GetValueOrDefault(entry.Key, fromFiles), row?.Value, fromFiles, origin,
                row is not null && !holding.ContainsKey(entry.Key), row?.ChangedBy, row?.ChangedAt);
        })];
    }
}
