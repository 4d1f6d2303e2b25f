using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>
/// Puts a backup in the place of the data. It is unpacked and checked beside it first; then a note says what is to be moved, and the
/// moves are made. A restore that is cut short before the note changed nothing; one cut short after it is finished by whatever
/// opens the data next. What was there is moved aside, not deleted.
/// </summary>
public sealed class BackupRestoring(
    IDbContextFactory<SupportDbContext> contexts, IOptions<DataOptions> data, ServerLock server, DiskSpace disk, TimeProvider clock)
{
    private static readonly string[] Beside = ["-wal", "-shm"];

    private string Folder => Path.GetFullPath(data.Value.Folder);

    private string NoteFile => Path.Combine(Folder, "restoring.json");

    /// <summary>Restores; returns what the backup says of itself and where the old data went, or throws with nothing changed.</summary>
    public async Task<(BackupManifest Backup, string Aside)> RestoreAsync(string file, CancellationToken cancellation = default)
    {
        if (!File.Exists(file))
        {
            throw new BackupFaultException($"There is no file {file}.");
        }

        using var alone = server.TryAlone() ?? throw new BackupFaultException("A console runs on this data. Stop it first.");
        using var quiet = server.TryWithoutCommands() ?? throw new BackupFaultException("A command is at work on this data. Wait until it has ended.");
        Move();
        var manifest = await BackupZip.ManifestAsync(file, cancellation);
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            if (!db.Database.GetMigrations().Contains(manifest.Schema))
            {
                throw new BackupFaultException($"The backup is of a newer console ({manifest.Version}, {manifest.Schema}). Restore it with that one.");
            }
        }

        disk.Require(Folder, manifest.Entries.Sum(entry => entry.Bytes));
        var time = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        var fresh = Path.Combine(Folder, $"restoring-{time}");
        var aside = Path.Combine(Folder, $"before-restore-{time}");
        for (var n = 2; Directory.Exists(aside); n++)
        {
            aside = Path.Combine(Folder, $"before-restore-{time}-{n}");
        }

        try
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }

            MakePrivate(fresh);
            await BackupZip.ExtractAsync(file, fresh, _ => Task.CompletedTask, cancellation);
            BackedUpDatabase.Check(Path.Combine(fresh, BackupManifest.Database), manifest);
            MakePrivate(Path.Combine(fresh, BackupManifest.Keys));
            Directory.CreateDirectory(Path.Combine(fresh, BackupManifest.Attachments));
        }
        catch
        {
            Directory.Delete(fresh, recursive: true);
            throw;
        }

        MakePrivate(aside);
        WriteNote(new Note(fresh, aside, DatabaseFile()));
        Move();
        return (manifest, aside);
    }

    /// <summary>Finishes a restore that was cut short; before anything opens the data.</summary>
    public void Finish()
    {
        if (File.Exists(NoteFile))
        {
            using var alone = server.TryAlone() ?? throw new BackupFaultException("A restore is under way. Try again when it is done.");
            Move();
        }
    }

    /// <summary>Makes the moves of the note, if there is one: each once, however often this is begun.</summary>
    private void Move()
    {
        if (!File.Exists(NoteFile))
        {
            return;
        }

        var note = JsonSerializer.Deserialize<Note>(File.ReadAllBytes(NoteFile))!;
        PreparedStatements.Close(note.Database); // A pooled connection would go on with the file that is moved aside.
        var fresh = Path.Combine(note.Fresh, BackupManifest.Database);
        if (File.Exists(fresh))
        {
            foreach (var path in Beside.Select(ending => note.Database + ending).Append(note.Database).Where(File.Exists))
            {
                var old = Path.Combine(note.Aside, Path.GetFileName(path));
                if (!File.Exists(old))
                {
                    File.Move(path, old);
                }
            }

            File.Move(fresh, note.Database, overwrite: true);
        }

        foreach (var (name, current) in BackupMaking.Folders(Folder))
        {
            var (from, old) = (Path.Combine(note.Fresh, name), Path.Combine(note.Aside, name));
            if (!Directory.Exists(from))
            {
                continue;
            }

            if (Directory.Exists(current) && !Directory.Exists(old))
            {
                Directory.Move(current, old);
            }

            Directory.Move(from, current);
        }

        Directory.Delete(note.Fresh, recursive: true);
        File.Delete(NoteFile);
    }

    private static void MakePrivate(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string DatabaseFile()
    {
        using var db = contexts.CreateDbContext();
        return Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
    }

    /// <summary>There whole or not at all.</summary>
    private void WriteNote(Note note)
    {
        using (var stream = new FileStream(NoteFile + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(note));
            stream.Flush(flushToDisk: true);
        }

        File.Move(NoteFile + ".part", NoteFile, overwrite: true);
    }

    private sealed record Note(string Fresh, string Aside, string Database);
}
