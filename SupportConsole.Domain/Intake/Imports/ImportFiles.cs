using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>The kept files, in the folder "imports" of the data: whole, or not there.</summary>
public sealed class ImportFiles(IOptions<DataOptions> data, IOptionsMonitor<ImportOptions> options, IOptionsMonitor<WorkspaceOptions> workspace, TimeProvider clock)
{
    /// <summary>What the name of a kept file of labelled texts ends in.</summary>
    public const string Labels = ".labels";

    private const string Calls = ".import";

    private const string Unfinished = ".part";

    private string Folder => Path.Combine(data.Value.Folder, "imports");

    /// <summary>The zone in which local times of a file are meant.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone);

    public string PathOf(string kept) => Path.Combine(Folder, kept);

    /// <summary>Takes in a file and returns the name it is kept by; null when it is larger than may be. What fails on its way leaves nothing behind.</summary>
    public Task<string?> SaveAsync(Stream content, CancellationToken cancellation = default) =>
        SaveAsync(content, options.CurrentValue.MaxFileBytes, Calls, cancellation);

    /// <inheritdoc cref="SaveAsync(Stream, CancellationToken)"/>
    /// <param name="content">The file.</param>
    /// <param name="most">The largest that may be, in bytes.</param>
    /// <param name="ending">What the name it is kept by ends in.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<string?> SaveAsync(Stream content, long most, string ending, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var kept = $"{Guid.NewGuid():N}{ending}";
        var unfinished = PathOf(kept + Unfinished);
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                var buffer = new byte[128 * 1024];
                var size = 0L;
                for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
                {
                    size += read;
                    if (size > most)
                    {
                        return null;
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, PathOf(kept));
            return kept;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Nothing when it is gone already, with its folder perhaps: a backup holds none of these files.</summary>
    public void Delete(string kept)
    {
        if (Directory.Exists(Folder))
        {
            File.Delete(PathOf(kept));
        }
    }

    /// <summary>
    /// What an upload left that died with its process, labelled texts that nobody added, and files of imports that the database does not know
    /// (after a restore): a day old, so nobody is still at it.
    /// </summary>
    /// <param name="known">Files that the database names.</param>
    public IReadOnlyList<string> Abandoned(IReadOnlyCollection<string> known)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        return !Directory.Exists(Folder) ? [] :
        [
            .. new[] { Unfinished, Labels, Calls }.SelectMany(ending => Directory.EnumerateFiles(Folder, "*" + ending))
                .Where(file => File.GetLastWriteTimeUtc(file) < before).Select(file => Path.GetFileName(file)).Except(known),
        ];
    }

    internal IImportReader Read(Import import)
    {
        var stream = new FileStream(
            PathOf(import.Kept ?? throw new FileNotFoundException("The file of this import is no longer kept.")),
            FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
        return import.Format == ImportFormat.Jsonl ? new JsonlReader(stream, import.Plan) : new CsvReader(stream, import.Separator!, import.Plan, Zone);
    }
}
