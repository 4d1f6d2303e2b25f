using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>What people teach: files of labelled texts, and corrections on screen. Nothing is learned before a training.</summary>
public sealed class LabelledTexts(WriteGate gate, GroupCommit senders, IOptionsMonitor<TrainingOptions> options)
{
    /// <summary>Who handles the messages may say what they are about.</summary>
    public static readonly IReadOnlyCollection<string> MayCorrect = [Roles.Admin, Roles.Staff];

    /// <summary>
    /// Adds the texts of a file, a batch in each commit. One that breaks off can be given again: what is here already stays once.
    /// </summary>
    /// <param name="told">Hears how many are done.</param>
    public async Task<AddedTexts> AddAsync(
        IReadOnlyList<NewLabel> texts, string source, Actor actor, Func<int, Task>? told = null, CancellationToken cancellation = default)
    {
        var (sum, done, names) = (AddedTexts.None, 0, default(LabelNames));
        foreach (var batch in texts.Chunk(options.CurrentValue.TextsPerCommit))
        {
            var isFirst = done == 0;
            sum += await senders.GivingWayAsync(
                () => gate.WriteAsync(
                    async db =>
                    {
                        await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                        if (isFirst)
                            db.Audit(actor, "triage.texts_uploaded", "triage", 0, new { File = source, Texts = texts.Count });
                        names ??= await NamesAsync(db, cancellation);
                        return await PutAsync(db, batch, names, source, actor, cancellation);
                    },
                    cancellation),
                cancellation);
            done += batch.Length;
            if (told is not null)
                await told(done);
        }

        return sum;
    }

    /// <summary>Notes what a text is about; it is learned with the next training.</summary>
    public Task<NotedCorrection> CorrectAsync(NewLabel told, Actor actor, CancellationToken cancellation = default) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, MayCorrect, cancellation);
            var hash = LabelledText.HashOf(told.Text);
            var before = await db.LabelledTexts.AsNoTracking().Where(text => text.Hash == hash).Select(text => text.Label).SingleOrDefaultAsync(cancellation);
            told = told with { Label = (await NamesAsync(db, cancellation)).Of(told.Label) };
            await PutAsync(db, [told], new LabelNames([told.Label]), LabelledText.Correction, actor, cancellation);
            await db.SaveChangesAsync(cancellation);
            var id = await db.LabelledTexts.Where(text => text.Hash == hash).Select(text => text.Id).SingleAsync(cancellation);
            db.Audit(actor, "triage.corrected", "triage", id, new { told.Label, Before = before });
            return new NotedCorrection(id, before);
        },
        cancellation);

    /// <summary>Takes a correction back; false when the text has another label since.</summary>
    public Task<bool> TakeBackAsync(NotedCorrection noted, Actor actor, CancellationToken cancellation = default) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, MayCorrect, cancellation);
            if (await db.LabelledTexts.SingleOrDefaultAsync(text => text.Id == noted.Id, cancellation) is not { } text)
                return false;
            if (noted.Before is { } before)
                await PutAsync(db, [new NewLabel(text.Text, before)], new LabelNames([before]), LabelledText.Correction, actor, cancellation);
            else
                db.Remove(text);
            db.Audit(actor, "triage.correction_undone", "triage", noted.Id, new { text.Label, noted.Before });
            db.Announce(LiveTopic.Triage, 0);
            return true;
        },
        cancellation);

    /// <summary>Removes one text for good; false when it is gone.</summary>
    public Task<bool> RemoveAsync(long id, Actor actor, CancellationToken cancellation = default) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
            if (await db.LabelledTexts.SingleOrDefaultAsync(text => text.Id == id, cancellation) is not { } text)
                return false;
            db.Remove(text);
            db.Audit(actor, "triage.text_removed", "triage", id, new { text.Label });
            db.Announce(LiveTopic.Triage, 0);
            return true;
        },
        cancellation);

    /// <summary>The labels in use, as they are spelled; read once for a whole file.</summary>
    private static async Task<LabelNames> NamesAsync(SupportDbContext db, CancellationToken cancellation) =>
        new(await db.LabelledTexts.Select(text => text.Label).Distinct().OrderBy(label => label).ToListAsync(cancellation));

    /// <summary>Each text once; the last label given holds.</summary>
    private static async Task<AddedTexts> PutAsync(
        SupportDbContext db, NewLabel[] told, LabelNames names, string source, Actor actor, CancellationToken cancellation)
    {
        var rows = told.Select(text => LabelledText.Of(text.Text, names.Of(text.Label), source, actor.Name, db.Now)).GroupBy(row => row.Hash).ToDictionary(same => same.Key, same => same.Last());
        var hashes = rows.Keys.ToList();
        var here = await db.LabelledTexts.Where(text => hashes.Contains(text.Hash)).ToDictionaryAsync(text => text.Hash, cancellation);
        var (added, changed, known) = (0, 0, told.Length - rows.Count);
        foreach (var (hash, row) in rows)
        {
            var old = here.GetValueOrDefault(hash);
            if (old?.Label == row.Label)
            {
                known++;
                continue;
            }

            if (old is not null)
                db.Remove(old);
            db.LabelledTexts.Add(row);
            (added, changed) = old is null ? (added + 1, changed) : (added, changed + 1);
        }

        db.Announce(LiveTopic.Triage, 0);
        return new AddedTexts(added, changed, known);
    }
}
