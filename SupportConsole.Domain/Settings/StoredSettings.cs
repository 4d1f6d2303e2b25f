using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Settings;

/// <summary>Brings the rows made on screen into the configuration: at start after the migrations, and whenever one changed.</summary>
public sealed partial class StoredSettings(
    IDbContextFactory<SupportDbContext> contexts, SettingRows rows, SettingCheck check, ILogger<StoredSettings> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What is stored but no longer allowed, by this build or beside what the files say now, is left out and logged.</summary>
    public async Task LoadAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation); // A later reading must not be overtaken by an earlier one.
        try
        {
            var stored = await ReadAsync(cancellation);
            var holds = check.Holding(stored);
            foreach (var key in stored.Keys.Except(holds.Keys))
            {
                LogIgnored(key, stored[key]);
            }

            rows.Take(holds);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Dictionary<string, string>> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            return await db.Settings.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.Value, cancellation);
        }
        catch (SqliteException fault) when (fault.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return []; // Not migrated yet: nobody can have set anything.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The setting {Key} = {Value} made on screen is not allowed any more and is left out")]
    private partial void LogIgnored(string key, string value);
}
