using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// Removes files that were kept long enough, or that nobody knows: they are copies of personal data that nobody looks at any more. One that
/// cannot be removed keeps no other; it is told at the end.
/// </summary>
public sealed class ImportUpkeep(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ImportFiles files, IOptionsMonitor<ImportOptions> options, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var faults = new List<Exception>();
        var known = await db.LabelUploads.Where(upload => upload.State == UploadState.Waiting).Select(upload => upload.Kept).ToListAsync(cancellation);
        known.AddRange(await db.Imports.Where(import => import.Kept != null).Select(import => import.Kept!).ToListAsync(cancellation));
        foreach (var file in files.Abandoned(known))
        {
            TryDelete(file, faults);
        }

        var before = clock.GetUtcNow().UtcDateTime.AddDays(-options.CurrentValue.KeepFileDays);
        var due = await db.Imports.AsNoTracking().Where(import => import.Kept != null && import.MadeAt < before).ToListAsync(cancellation);
        foreach (var import in due.Where(import => !import.IsBusy && (import.EndedAt ?? import.MadeAt) < before))
        {
            if (!TryDelete(import.Kept!, faults))
            {
                continue;
            }

            await gate.WriteAsync(
                async write =>
                {
                    (await write.Imports.SingleAsync(row => row.Id == import.Id, cancellation)).Forget();
                    write.Announce(LiveTopic.Import, import.Id);
                },
                cancellation);
        }

        if (faults is [var first, ..])
        {
            throw new IOException($"Files of imports that could not be deleted: {faults.Count}. {first.Message}", first);
        }
    }

    private bool TryDelete(string file, List<Exception> faults)
    {
        try
        {
            files.Delete(file);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(fault);
            return false;
        }
    }
}
