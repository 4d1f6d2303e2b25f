using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// Works on imports: a dry run, a run, an undo. Each goes on from what stands in the import's row, so that it does not matter how often it
/// is begun. Between two commits everybody else has their turn, and calls that come in meanwhile most of the time.
/// </summary>
public sealed class ImportRunner(
    WriteGate gate, GroupCommit senders, IDbContextFactory<SupportDbContext> contexts, ImportFiles files, ImportProgress progress, ProjectCheck check, IOptionsMonitor<ImportOptions> options,
    TimeProvider clock)
{
    /// <summary>Batches prepared ahead of the one that is being written.</summary>
    private const int Ahead = 2;

    /// <summary>Works on one import until there is nothing more to do, or somebody stops it. What stops it otherwise is noted and thrown on.</summary>
    public async Task WorkAsync(long id, CancellationToken cancellation = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var import = await db.Imports.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
            await (import.Status switch
            {
                ImportStatus.Checking => new ImportCheck(gate, contexts, files, progress, options, clock).RunAsync(import, cancellation),
                ImportStatus.Queued or ImportStatus.Running => RunAsync(import, cancellation),
                ImportStatus.Undoing => new ImportUndo(gate, senders, contexts, progress, check, options, clock).RunAsync(import, cancellation),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await FailAsync(id, fault);
            throw;
        }
    }

    private async Task RunAsync(Import import, CancellationToken cancellation)
    {
        if (!await BeginAsync(import.Id, cancellation))
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<PreparedBatch>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var preparing = new ImportPreparing(contexts, clock);
        var reading = Task.Run(() => ReadAsync(import, preparing, batches.Writer, stop.Token), CancellationToken.None);
        var ended = false;
        try
        {
            ended = await WriteAsync(import.Id, preparing, batches.Reader, cancellation);
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        if (ended || await IsStoppedAsync(import.Id, cancellation))
        {
            await LookAsync(check, contexts, progress, import.Id, cancellation);
        }

        if (ended)
        {
            await gate.WriteAsync(
                async db =>
                {
                    if (await db.Imports.SingleAsync(row => row.Id == import.Id, cancellation) is { Status: ImportStatus.Running } running)
                    {
                        running.Finish(db.Now);
                    }
                },
                cancellation);
            progress.Tell(import.Id, atOnce: true);
        }
    }

    /// <summary>
    /// One look at each project that an import touched, without notifications: cards may come of it, a bell that rings for last year may not.
    /// Before the import is marked as ended: until then nobody else looks.
    /// </summary>
    internal static async Task LookAsync(
        ProjectCheck check, IDbContextFactory<SupportDbContext> contexts, ImportProgress progress, long importId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var projects = await db.ImportProjects.AsNoTracking().Where(row => row.ImportId == importId).Select(row => row.ProjectId).ToListAsync(cancellation);
        foreach (var project in projects)
        {
            await check.TryCheckQuietlyAsync(project, cancellation);
            progress.TellCalls(project);
        }
    }

    private async Task<bool> IsStoppedAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Imports.AnyAsync(row => row.Id == id && row.Status == ImportStatus.Stopped, cancellation);
    }

    private Task<bool> BeginAsync(long id, CancellationToken cancellation) => gate.WriteAsync(
        async db =>
        {
            var import = await db.Imports.SingleAsync(row => row.Id == id, cancellation);
            if (import.Status is not (ImportStatus.Queued or ImportStatus.Running))
            {
                return false;
            }

            import.BeginRun(db.Now);
            db.Announce(LiveTopic.Import, id);
            return true;
        },
        cancellation);

    private async Task ReadAsync(Import import, ImportPreparing preparing, ChannelWriter<PreparedBatch> batches, CancellationToken cancellation)
    {
        try
        {
            using var reader = files.Read(import);
            var at = 0L;
            while (at < import.Records && reader.Next())
            {
                at++;
            }

            while (ImportPreparing.Take(reader, options.CurrentValue.RowsPerCommit) is { Count: > 0 } records)
            {
                await batches.WriteAsync(await preparing.PrepareAsync(records, at, reader.BytesRead, toWrite: true, cancellation), cancellation);
                at += records.Count;
            }

            batches.Complete();
        }
        catch (Exception fault)
        {
            batches.Complete(fault);
        }
    }

    /// <summary>Writes what was prepared; whether the file came to its end.</summary>
    private async Task<bool> WriteAsync(long id, ImportPreparing preparing, ChannelReader<PreparedBatch> batches, CancellationToken cancellation)
    {
        await foreach (var prepared in batches.ReadAllAsync(cancellation))
        {
            var batch = prepared;
            ImportStep step;
            while ((step = await senders.GivingWayAsync(
                () => gate.WriteAsync(db => Task.FromResult(ImportCommit.Write(db, id, batch, options.CurrentValue.KeptFaults)), cancellation), cancellation)) == ImportStep.Stale)
            {
                batch = await preparing.AgainAsync(batch, cancellation);
            }

            if (step == ImportStep.Stopped)
            {
                progress.Tell(id, atOnce: true);
                return false;
            }

            progress.Tell(id);
        }

        return true;
    }

    /// <summary>Notes what went wrong. When not even that can be written the import stays as it is, and is taken up again.</summary>
    private async Task FailAsync(long id, Exception fault)
    {
        await LookAsync(check, contexts, progress, id, CancellationToken.None);
        await gate.WriteAsync(async db =>
        {
            var import = await db.Imports.SingleAsync(row => row.Id == id);
            if (import.Status == ImportStatus.Checking)
            {
                import.EndCheck(null, Text(fault));
            }
            else if (import.IsBusy)
            {
                import.Fail(Text(fault), db.Now);
            }
        });
        progress.Tell(id, atOnce: true);
    }

    private static string Text(Exception fault) => fault is NotSupportedException ? CsvReader.OpenQuote : fault.Message;
}
