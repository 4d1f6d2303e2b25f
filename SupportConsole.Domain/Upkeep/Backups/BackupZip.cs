using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>Writes and reads the zip. What is read is checked against the manifest before anybody uses it.</summary>
internal static class BackupZip
{
    /// <summary>Packs the database and folders into <paramref name="file"/>, readable by its owner only, and returns what it says of itself.</summary>
    public static async Task<BackupManifest> WriteAsync(
        string file, BackupManifest about, string database, IReadOnlyList<(string Name, string Folder)> folders, Func<long, Task> written, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(file, options);
        var entries = new List<BackupEntry>();
        await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            await AddAsync(BackupManifest.Database, database);
            foreach (var (name, folder) in folders.Where(one => Directory.Exists(one.Folder)))
            {
                foreach (var one in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                {
                    await AddAsync($"{name}/{Path.GetRelativePath(folder, one).Replace('\\', '/')}", one);
                }
            }

            about = about with { Entries = entries };
            await using var manifest = await zip.CreateEntry(BackupManifest.Name, CompressionLevel.Fastest).OpenAsync(cancellation);
            await manifest.WriteAsync(about.Write(), cancellation);

            async Task AddAsync(string name, string path)
            {
                await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await using var into = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
                var (bytes, hash) = await CopyAsync(from, into, written, cancellation);
                entries.Add(new(name, bytes, hash));
            }
        }

        stream.Flush(flushToDisk: true);
        return about;
    }

    public static async Task<BackupManifest> ManifestAsync(string file, CancellationToken cancellation = default) =>
        await ReadAsync(file, (_, manifest) => Task.FromResult(manifest), cancellation);

    /// <summary>Unpacks everything into an empty folder; throws when anything is not what the manifest says.</summary>
    public static Task<BackupManifest> ExtractAsync(string file, string folder, Func<long, Task> read, CancellationToken cancellation) =>
        ReadAsync(
            file,
            async (zip, manifest) =>
            {
                var names = zip.Entries.Select(entry => entry.FullName).Where(name => name != BackupManifest.Name).ToList();
                if (!names.Order(StringComparer.Ordinal).SequenceEqual(manifest.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)))
                {
                    throw new BackupFaultException("The backup does not hold the files that its manifest names.");
                }

                foreach (var entry in manifest.Entries)
                {
                    var path = Path.GetFullPath(Path.Combine(folder, entry.Name));
                    var top = entry.Name.Split('/')[0];
                    if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                        || top is not (BackupManifest.Database or BackupManifest.Keys or BackupManifest.Attachments))
                    {
                        throw new BackupFaultException($"The backup holds {entry.Name}, which no backup does.");
                    }

                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    await using var from = await zip.GetEntry(entry.Name)!.OpenAsync(cancellation);
                    await using var into = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                    var (bytes, hash) = await CopyAsync(from, into, read, cancellation);
                    if (bytes != entry.Bytes || hash != entry.Sha256)
                    {
                        throw new BackupFaultException($"{entry.Name} in the backup is not what was backed up.");
                    }

                    into.Flush(flushToDisk: true);
                }

                return manifest;
            },
            cancellation);

    private static async Task<T> ReadAsync<T>(string file, Func<ZipArchive, BackupManifest, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            if (zip.GetEntry(BackupManifest.Name) is not { } entry)
            {
                throw new BackupFaultException($"{file} is no backup of a console: it has no manifest.");
            }

            BackupManifest manifest;
            await using (var json = await entry.OpenAsync(cancellation))
            {
                manifest = BackupManifest.Read(json) ?? throw new BackupFaultException($"The manifest of {file} is empty.");
            }

            return await work(zip, manifest);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or EndOfStreamException or ArgumentException)
        {
            throw new BackupFaultException($"{file} is no whole backup: {fault.Message}", fault);
        }
    }

    private static async Task<(long Bytes, string Hash)> CopyAsync(Stream from, Stream into, Func<long, Task> moved, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        var total = 0L;
        while (await from.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await into.WriteAsync(buffer.AsMemory(0, read), cancellation);
            total += read;
            await moved(read);
        }

        return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
