using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// Takes an import out again: its calls go and their counts with them, in one commit each batch. What is left to do is the calls that are
/// left, so a crash changes nothing. Cards keep the figures that they were made with; the next looks find what still holds.
/// </summary>
internal sealed class ImportUndo(
    WriteGate gate, GroupCommit senders, IDbContextFactory<SupportDbContext> contexts, ImportProgress progress, ProjectCheck check, IOptionsMonitor<ImportOptions> options, TimeProvider clock)
{
    private const string Remove = """DELETE FROM "Calls" WHERE "Id" = $1 RETURNING "Id" """;

    private const string Count = """UPDATE "Imports" SET "Removed" = "Removed" + $2 WHERE "Id" = $1""";

    public async Task RunAsync(Import import, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var fields = await FieldsAsync(db, import.Id, cancellation);
        while (true)
        {
            var calls = await db.Calls.AsNoTracking().Where(call => call.ImportId == import.Id).OrderBy(call => call.Id)
                .Take(options.CurrentValue.UndoRowsPerCommit).ToListAsync(cancellation);
            if (calls.Count == 0)
            {
                break;
            }

            var entries = calls.Select(call => CallCounting.Entries(call, fields[call.ProjectId].At(call.ProcessedAt!.Value)).ToList()).ToList();
            await senders.GivingWayAsync(() => gate.WriteAsync(write => Task.FromResult(Take(write, import.Id, calls, entries)), cancellation), cancellation);
            progress.Tell(import.Id);
        }

        await ImportRunner.LookAsync(check, contexts, progress, import.Id, cancellation);
        await gate.WriteAsync(
            async write => (await write.Imports.SingleAsync(row => row.Id == import.Id, cancellation)).FinishUndo(clock.GetUtcNow().UtcDateTime), cancellation);
        progress.Tell(import.Id, atOnce: true);
    }

    /// <summary>By which fields the calls of each project were counted.</summary>
    private static async Task<Dictionary<long, FieldsOverTime>> FieldsAsync(SupportDbContext db, long importId, CancellationToken cancellation)
    {
        var fields = new Dictionary<long, FieldsOverTime>();
        foreach (var project in await db.Projects.AsNoTracking()
            .Where(project => db.ImportProjects.Any(row => row.ImportId == importId && row.ProjectId == project.Id)).ToListAsync(cancellation))
        {
            fields[project.Id] = await FieldsOverTime.ReadAsync(db, project, cancellation);
        }

        return fields;
    }

    private static int Take(SupportDbContext db, long importId, List<Call> calls, List<List<(CallCountKind Kind, string Value)>> entries)
    {
        var statements = PreparedStatements.Of(db);
        var (removed, deltas) = (0, new CallDeltas());
        foreach (var (call, counts) in calls.Zip(entries))
        {
            // Another process may have been quicker.
            if (statements.Scalar(Remove, call.Id) is not null)
            {
                removed++;
                deltas.Add(call, counts, -1);
            }
        }

        deltas.Write(statements);
        statements.Run(Count, importId, removed);
        return removed;
    }
}
