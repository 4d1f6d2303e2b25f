using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Removes files that were kept long enough: they are copies of personal data that nobody looks at any more.</summary>
public sealed class ImportUpkeep(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ImportFiles files, IOptionsMonitor<ImportOptions> options, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        files.DeleteUnfinished(await db.LabelUploads.Where(upload => upload.State == UploadState.Waiting).Select(upload => upload.Kept).ToListAsync(cancellation));
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-options.CurrentValue.KeepFileDays);
        var due = await db.Imports.AsNoTracking().Where(import => import.Kept != null && import.MadeAt < before).ToListAsync(cancellation);
        foreach (var import in due.Where(import => !import.IsBusy && (import.EndedAt ?? import.MadeAt) < before))
        {
            files.Delete(import.Kept!);
            await gate.WriteAsync(
                async write =>
                {
                    (await write.Imports.SingleAsync(row => row.Id == import.Id, cancellation)).Forget();
                    write.Announce(LiveTopic.Import, import.Id);
                },
                cancellation);
        }
    }
}
