using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>The dry run: the whole file by the rules that the import goes by, and nothing written but how far it is.</summary>
internal sealed class ImportCheck(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ImportFiles files, ImportProgress progress, IOptionsMonitor<ImportOptions> options, TimeProvider clock)
{
    public const int ShownFaults = 20;
    private const int ShownProjects = 20;

    /// <summary>Lines whose calls are looked for: whether a file was imported before shows in its first thousands.</summary>
    public const int KnownLooked = 2_000;

    private static readonly TimeSpan NotePause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(Import import, CancellationToken cancellation)
    {
        var preparing = new ImportPreparing(contexts, clock);
        var (records, rejected, known, looked) = (0L, 0L, 0, 0);
        var (faults, projects, noted) = (new List<ImportLineFault>(), new HashSet<string>(), clock.GetTimestamp());
        using (var reader = files.Read(import))
        {
            while (ImportPreparing.Take(reader, options.CurrentValue.RowsPerCommit) is { Count: > 0 } lines)
            {
                var batch = await preparing.PrepareAsync(lines, records, reader.BytesRead, toWrite: false, cancellation);
                (records, rejected) = (batch.To, rejected + batch.Rejected);
                faults.AddRange(batch.Faults.Take(ShownFaults - faults.Count));
                projects.UnionWith(batch.Projects.Take(ShownProjects).Select(project => project.Project.ExternalId));
                if (looked < KnownLooked)
                {
                    known += await KnownAsync(batch, cancellation);
                    looked += batch.Calls.Count;
                }

                if (clock.GetElapsedTime(noted) >= NotePause)
                {
                    noted = clock.GetTimestamp();
                    if (!await NoteAsync(import.Id, records, reader.BytesRead, cancellation))
                    {
                        return;
                    }
                }
            }
        }

        var preview = new ImportPreview(
            records, records - rejected, rejected, known, looked, faults, [.. projects.Order(StringComparer.Ordinal).Take(ShownProjects)], clock.GetUtcNow().UtcDateTime);
        await gate.WriteAsync(
            async db =>
            {
                if (await db.Imports.SingleAsync(row => row.Id == import.Id, cancellation) is { Status: ImportStatus.Checking } row)
                {
                    row.EndCheck(preview, null);
                }
            },
            cancellation);
        progress.Tell(import.Id, atOnce: true);
    }

    private async Task<int> KnownAsync(PreparedBatch batch, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var statements = PreparedStatements.Of(db);
        return batch.Calls.Count(call =>
            statements.Scalar("""SELECT 1 FROM "Calls" WHERE "ExternalId" = $1 AND +"ProjectId" = $2 LIMIT 1""", call.Call.ExternalId, call.Call.ProjectId) is not null);
    }

    private async Task<bool> NoteAsync(long id, long records, long bytes, CancellationToken cancellation)
    {
        var goesOn = await gate.WriteAsync(
            async db =>
            {
                var row = await db.Imports.SingleAsync(row => row.Id == id, cancellation);
                if (row.Status != ImportStatus.Checking)
                {
                    return false;
                }

                row.Checked(records, bytes);
                return true;
            },
            cancellation);
        progress.Tell(id);
        return goesOn;
    }
}
