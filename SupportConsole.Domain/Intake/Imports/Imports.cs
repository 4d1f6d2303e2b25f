using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>What a person decides about imports: each an entry in the audit, in the commit of the change.</summary>
public sealed class Imports(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ImportFiles files, ImportBell bell)
{
    public const string Calls = "calls";

    private const int MostFields = 2_000;

    /// <summary>Takes in a kept file: finds out what it is and guesses its columns. A file that cannot be read is removed and the errors say why.</summary>
    public async Task<ImportAnswer> AddAsync(string kept, string fileName, Actor actor, CancellationToken cancellation = default)
    {
        try
        {
            var found = FileInspection.Of(files.PathOf(kept));
            if (found.Errors.Any)
            {
                files.Delete(kept);
                return new ImportAnswer(null, found.Errors);
            }

            var plan = await GuessAsync(found, cancellation);
            return await gate.WriteAsync(
                async db =>
                {
                    await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                    var name = Path.GetFileName(fileName.Replace('\\', '/')) is { Length: > 0 } last ? last[..Math.Min(last.Length, 200)] : "calls";
                    var import = Import.Of(
                        name, kept, found.Format, Calls, found.Separator, found.HeaderPrint, new FileInfo(files.PathOf(kept)).Length, plan, actor.Name, db.Now);
                    db.Imports.Add(import);
                    await db.SaveChangesAsync(cancellation);
                    db.Audit(actor, "import.uploaded", "import", import.Id, new { File = name, import.Bytes });
                    db.Announce(LiveTopic.Import, import.Id);
                    return new ImportAnswer(import, null);
                },
                cancellation);
        }
        catch
        {
            files.Delete(kept);
            throw;
        }
    }

    /// <summary>Says which column is what. Refused, with errors by field, when it leaves out what every call needs.</summary>
    public Task<ImportAnswer> MapAsync(long id, ImportPlan plan, Actor actor, CancellationToken cancellation = default) => WriteAsync(
        id, actor, null,
        async (db, import) =>
        {
            var errors = plan.Check(import.Format);
            if (plan.ProjectId is { } project && !await db.Projects.AnyAsync(row => row.ExternalId == project, cancellation))
            {
                errors.Add("project_id", "There is no project with this id.", "unknown", project);
            }

            // The file's columns stand: what is told is only what they are.
            var told = plan.Columns.ToLookup(column => column.Header, column => column.Target);
            var columns = import.Plan.Columns.Select(column => column with { Target = told[column.Header].FirstOrDefault() }).ToList();
            foreach (var stranger in plan.Columns.Where(column => import.Plan.Columns.All(own => own.Header != column.Header)))
            {
                errors.Add("columns", $"The file has no column {stranger.Header}.", "unknown", stranger.Header);
            }

            return errors.Any ? new Refusal(errors) : import.Map(plan with { Columns = columns }) ? null : Refusal.NotNow;
        },
        cancellation);

    /// <summary>Has the file read without writing.</summary>
    public Task<ImportAnswer> CheckAsync(long id, Actor actor, CancellationToken cancellation = default) => WriteAsync(
        id, actor, null, (db, import) => Task.FromResult(Unmapped(import) ?? (import.StartCheck(db.Now) ? null : Refusal.NotNow)), cancellation);

    /// <summary>Has it run; from where it stands, when it was stopped.</summary>
    public Task<ImportAnswer> StartAsync(long id, Actor actor, CancellationToken cancellation = default) => WriteAsync(
        id, actor, "import.started", (db, import) => Task.FromResult(Unmapped(import) ?? (import.Queue(db.Now) ? null : Refusal.NotNow)), cancellation);

    public Task<ImportAnswer> StopAsync(long id, Actor actor, CancellationToken cancellation = default) => WriteAsync(
        id, actor, "import.stopped", (db, import) => Task.FromResult(import.Stop(db.Now) ? null : Refusal.NotNow), cancellation);

    /// <summary>Has all of its calls taken out again.</summary>
    public Task<ImportAnswer> UndoAsync(long id, Actor actor, CancellationToken cancellation = default) => WriteAsync(
        id, actor, "import.undone", (db, import) => Task.FromResult(import.StartUndo(db.Now) ? null : Refusal.NotNow), cancellation);

    private static Refusal? Unmapped(Import import) => import.Plan.Check(import.Format) is { Any: true } errors ? new Refusal(errors) : null;

    private async Task<ImportAnswer> WriteAsync(
        long id, Actor actor, string? action, Func<SupportDbContext, Import, Task<Refusal?>> work, CancellationToken cancellation)
    {
        var answer = await gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.Imports.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } import)
                {
                    return new ImportAnswer(null, null);
                }

                if (await work(db, import) is { } refusal)
                {
                    return new ImportAnswer(import, refusal.Errors, refusal.Errors is null);
                }

                if (action is not null)
                {
                    db.Audit(actor, action, "import", id, new { File = import.FileName, import.Landed });
                }

                db.Announce(LiveTopic.Import, id);
                return new ImportAnswer(import, null);
            },
            cancellation);
        bell.Ring();
        return answer;
    }

    private async Task<ImportPlan> GuessAsync(FileInspection found, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var before = await db.Imports.AsNoTracking().Where(import => import.HeaderPrint == found.HeaderPrint && import.StartedAt != null)
            .OrderByDescending(import => import.Id).FirstOrDefaultAsync(cancellation);
        if (found.Format == ImportFormat.Jsonl)
        {
            return ImportPlan.Empty;
        }

        var projects = await db.Projects.AsNoTracking().Where(project => project.Status != ProjectStatus.Archived)
            .OrderBy(project => project.Id).Take(MostFields).Select(project => new { project.ExternalId, project.CaptureFields }).ToListAsync(cancellation);
        var columns = ColumnGuess.Of(found.Columns, before?.Plan, [.. projects.SelectMany(project => project.CaptureFields)]);
        var hasProject = columns.Any(column => column.Target == "project_id");
        return new ImportPlan(
            columns, before is not null ? before.Plan.ProjectId : !hasProject && projects is [var only] ? only.ExternalId : null,
            before?.Plan.Times ?? CsvTime.Guess(columns.FirstOrDefault(column => column.Target == "started_at")?.Sample));
    }

    /// <summary>Why something was not done: by field, or because the import is past it.</summary>
    private sealed record Refusal(FieldErrors? Errors)
    {
        public static readonly Refusal NotNow = new((FieldErrors?)null);
    }
}

/// <summary>How a decision about an import ended.</summary>
/// <param name="Import">Null when there is none, or the file could not be read.</param>
/// <param name="NotNow">It is not in a state in which this can be done; nothing changed.</param>
public sealed record ImportAnswer(Import? Import, FieldErrors? Errors, bool NotNow = false)
{
    public bool Done => Import is not null && Errors is null && !NotNow;
}
