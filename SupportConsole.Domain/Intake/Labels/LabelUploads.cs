using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Intake.Labels;

/// <summary>
/// Adds the texts of kept files, one file after the other, a batch in each commit with how far it is: a process that dies goes on where
/// it was. When it begins and how it ends stand in the audit, the end with what landed.
/// </summary>
public sealed class LabelUploads(WriteGate gate, IDbContextFactory<SupportDbContext> contexts, LabelledFiles files, LabelledTexts texts)
{
    private const int LongestName = 200;

    /// <summary>Has a checked file added by the job; asked again for the same file, it changes nothing.</summary>
    public Task AskAsync(string kept, string fileName, LabelColumns columns, LabelledCheck check, Actor actor, CancellationToken cancellation = default) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
            if (await db.LabelUploads.AnyAsync(upload => upload.Kept == kept, cancellation))
                return;
            var upload = new LabelUpload
            {
                Kept = kept,
                FileName = fileName[..Math.Min(fileName.Length, LongestName)],
                TextColumn = columns.Text,
                TopicColumn = columns.Topic,
                SentimentColumn = columns.Sentiment,
                UrgencyColumn = columns.Urgency,
                AskedBy = actor.Name,
                AskedAt = db.Now,
                Texts = check.Texts,
                LeftOut = check.Rejected,
                Faults = check.Faults,
            };
            db.LabelUploads.Add(upload);
            await db.SaveChangesAsync(cancellation);
            db.Audit(actor, "triage.upload_started", "triage", upload.Id, new { File = upload.FileName, Texts = upload.Texts, LeftOut = upload.LeftOut });
            db.Announce(LiveTopic.Job, 0);
        },
        cancellation);

    /// <summary>What became of a kept file; null when nobody asked for it to be added.</summary>
    public async Task<LabelUpload?> GetAsync(string kept, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.LabelUploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Kept == kept, cancellation);
    }

    /// <summary>Those that are not done, in their order.</summary>
    public async Task<IReadOnlyList<LabelUpload>> WaitingAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Waiting(db).AsNoTracking().ToListAsync(cancellation);
    }

    public async Task<bool> IsAskedAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Waiting(db).AnyAsync(cancellation);
    }

    /// <summary>Adds what waits.</summary>
    public async Task RunAsync(RunProgress progress)
    {
        var (sum, leftOut) = (AddedTexts.None, 0L);
        foreach (var waiting in await WaitingAsync(progress.Stopping))
        {
            var upload = await AddAsync(waiting, progress);
            sum += new AddedTexts(upload.Added, upload.Changed, upload.Known);
            leftOut += upload.LeftOut;
        }

        var note = RunNote.Of("labels.added", [.. new[] { sum.Added, sum.Changed, sum.Known, leftOut }.Select(number => number.ToString(CultureInfo.InvariantCulture))]);
        await progress.ReportAsync(0, 0, sum == AddedTexts.None && leftOut == 0 ? null : note);
    }

    /// <summary>Ends what is not done: somebody stopped it. What has landed stays, and the audit says how much.</summary>
    public async Task ForgetAsync()
    {
        foreach (var waiting in await WaitingAsync())
            await EndAsync(waiting.Id, UploadState.Stopped);
    }

    private async Task<LabelUpload> AddAsync(LabelUpload upload, RunProgress progress)
    {
        if (!files.IsKept(upload.Kept))
            return await EndAsync(upload.Id, UploadState.FileGone);
        var read = files.Read(upload.Kept, files.Inspect(upload.Kept), upload.Columns);
        var note = RunNote.Of("labels.adds", upload.FileName);
        await progress.ReportAsync(upload.Done, upload.Texts, note);
        await texts.AddAsync(
            [.. read.Texts.Skip(upload.Done)], upload.FileName, upload.By,
            async (db, came) =>
            {
                var row = await db.LabelUploads.SingleAsync(row => row.Id == upload.Id, progress.Stopping);
                row.Add(came);
                upload = row;
            },
            () => progress.ReportAsync(upload.Done, upload.Texts, note),
            progress.Stopping);
        return await EndAsync(upload.Id, UploadState.Added);
    }

    /// <summary>The file goes last: one whose upload has ended is no more than a copy.</summary>
    private async Task<LabelUpload> EndAsync(long id, UploadState state)
    {
        var ended = await gate.WriteAsync(
            async db =>
            {
                var upload = await db.LabelUploads.SingleAsync(upload => upload.Id == id);
                upload.End(state, db.Now);
                db.Audit(
                    upload.By, state == UploadState.Added ? "triage.texts_uploaded" : "triage.upload_stopped", "triage", id,
                    new { File = upload.FileName, upload.Added, upload.Changed, upload.Known, upload.LeftOut, Left = upload.Texts - upload.Done });
                db.Announce(LiveTopic.Triage, 0);
                db.Announce(LiveTopic.Job, 0);
                return upload;
            });
        files.Delete(ended.Kept);
        return ended;
    }

    private static IQueryable<LabelUpload> Waiting(SupportDbContext db) => db.LabelUploads.Where(upload => upload.State == UploadState.Waiting).OrderBy(upload => upload.Id);
}
