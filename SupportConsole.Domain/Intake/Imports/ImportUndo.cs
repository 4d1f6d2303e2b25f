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
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ImportProgress progress, ProjectCheck check, IOptionsMonitor<ImportOptions> options, TimeProvider clock)
{
    private const string Remove = """DELETE FROM "Calls" WHERE "Id" = $1 RETURNING "Id" """;

    private const string Count = """UPDATE "Imports" SET "Removed" = "Removed" + $2 WHERE "Id" = $1""";

    public async Task RunAsync(Import import, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var counted = (await db.ImportProjects.AsNoTracking().Where(row => row.ImportId == import.Id).ToListAsync(cancellation))
            .GroupBy(row => row.ProjectId).ToDictionary(group => group.Key, group => group.OrderByDescending(row => row.Since).ToList());
        while (true)
        {
            var calls = await db.Calls.AsNoTracking().Where(call => call.ImportId == import.Id).OrderBy(call => call.Id)
                .Take(options.CurrentValue.UndoRowsPerCommit).ToListAsync(cancellation);
            if (calls.Count == 0)
            {
                break;
            }

            var entries = calls.Select(call => CallCounting.Entries(call, FieldsOf(call, counted)).ToList()).ToList();
            await gate.WriteAsync(write => Task.FromResult(Take(write, import.Id, calls, entries)), cancellation);
            progress.Tell(import.Id);
        }

        await ImportRunner.LookAsync(check, contexts, progress, import.Id, cancellation);
        await gate.WriteAsync(
            async write => (await write.Imports.SingleAsync(row => row.Id == import.Id, cancellation)).FinishUndo(clock.GetUtcNow().UtcDateTime), cancellation);
        progress.Tell(import.Id, atOnce: true);
    }

    /// <summary>The fields that a call was counted by.</summary>
    private static List<CaptureField> FieldsOf(Call call, Dictionary<long, List<ImportProject>> counted) =>
        counted[call.ProjectId].First(row => row.Since <= call.ProcessedAt).Fields;

    private static int Take(SupportDbContext db, long importId, List<Call> calls, List<List<(CallCountKind Kind, string Value)>> entries)
    {
        using var statements = PreparedStatements.Of(db);
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
        statements.Scalar(Count, importId, removed);
        return removed;
    }
}
