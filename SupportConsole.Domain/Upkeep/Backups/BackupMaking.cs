using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>
/// Makes one backup: a copy of the database as of one moment, the keys without which nobody could stay signed in and no secret be
/// read, and the attachments. It gets its name only after it was unpacked again and found whole.
/// </summary>
public sealed class BackupMaking(IDbContextFactory<SupportDbContext> contexts, IOptions<DataOptions> data, DiskSpace disk, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public async Task<BackupManifest> MakeAsync(string file, RunProgress progress)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
        {
            throw new BackupFaultException($"{file} is there already.");
        }

        var folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        await using var db = await contexts.CreateDbContextAsync(progress.Stopping);
        await db.Database.OpenConnectionAsync(progress.Stopping);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var size = Size(connection);
        disk.Require(folder, 2 * size);

        using var scratch = new ScratchFolder(folder);
        var (copy, zip) = (scratch.File("copy.db"), scratch.File("backup.zip"));
        await CopyAsync(connection, copy, size, progress);
        size = new FileInfo(copy).Length;
        var (schema, rows) = BackedUpDatabase.Describe(copy);
        var about = new BackupManifest(ThisBuild, schema, clock.GetUtcNow().UtcDateTime, [], rows);
        var done = size;
        about = await BackupZip.WriteAsync(zip, about, copy, Folders(data.Value.Folder), bytes => TellAsync(bytes, "backup.packs"), progress.Stopping);

        File.Delete(copy); // Its room is needed to unpack.
        var unpacked = Directory.CreateDirectory(scratch.File("unpacked")).FullName;
        await BackupZip.ExtractAsync(zip, unpacked, bytes => TellAsync(bytes, "backup.verifies"), progress.Stopping);
        BackedUpDatabase.Check(Path.Combine(unpacked, BackupManifest.Database), about);
        File.Move(zip, file);
        return about;

        Task TellAsync(long bytes, string word)
        {
            done += bytes;
            return progress.ReportAsync(Math.Min(done, 3 * size), 3 * size, RunNote.Of(word));
        }
    }

    public static string ThisBuild => typeof(BackupMaking).Assembly.GetName().Version?.ToString() ?? "0";

    /// <summary>What goes along with the database; there are no attachments yet.</summary>
    internal static IReadOnlyList<(string Name, string Folder)> Folders(string data) =>
        [(BackupManifest.Keys, Path.Combine(data, BackupManifest.Keys)), (BackupManifest.Attachments, Path.Combine(data, BackupManifest.Attachments))];

    private static long Size(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>SQLite does not say how far it is; how large the copy is does. It has ended, one way or the other, when this has: connection and folder go then.</summary>
    private async Task CopyAsync(SqliteConnection connection, string copy, long size, RunProgress progress)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(progress.Stopping);
        var copying = Task.Run(() => BackedUpDatabase.CopyAsync(connection, copy, stop.Token), CancellationToken.None);
        try
        {
            while (await Task.WhenAny(copying, Task.Delay(Look, clock, CancellationToken.None)) != copying)
            {
                var written = File.Exists(copy) ? new FileInfo(copy).Length : 0;
                await progress.ReportAsync(Math.Min(written, size), 3 * size, RunNote.Of("backup.copies"));
            }
        }
        catch
        {
            await stop.CancelAsync();
            await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await copying;
    }
}
