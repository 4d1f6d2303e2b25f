using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>What people teach: files of labelled texts, and corrections on screen. Nothing is learned before a training.</summary>
public sealed class LabelledTexts(WriteGate gate, GroupCommit senders, IOptionsMonitor<TrainingOptions> options)
{
    /// <summary>Texts that are removed at once: what puts them back is held until then.</summary>
    public const int MostRemoved = 1_000;

    /// <summary>Labels that the audit names of texts that were removed.</summary>
    private const int NamedLabels = 20;

    /// <summary>Who handles the messages may say what they are.</summary>
    public static readonly IReadOnlyCollection<string> MayCorrect = [Roles.Admin, Roles.Staff];

    /// <summary>
    /// Adds texts, a batch in each commit. One that breaks off can be given again: what is here already stays once. Open pages hear of it at
    /// the end, not with each batch: all of them would read anew all the time.
    /// </summary>
    /// <param name="noting">Joins each commit, with what came of its batch.</param>
    /// <param name="told">Hears that a batch is done.</param>
    public async Task<AddedTexts> AddAsync(
        IReadOnlyList<NewLabel> texts, string source, Actor actor, Func<SupportDbContext, AddedTexts, Task>? noting = null, Func<Task>? told = null,
        CancellationToken cancellation = default)
    {
        var (sum, names) = (AddedTexts.None, default(LabelNames));
        foreach (var batch in texts.Chunk(options.CurrentValue.TextsPerCommit))
        {
            cancellation.ThrowIfCancellationRequested();
            sum += await senders.GivingWayAsync(
                () => gate.WriteAsync(
                    async db =>
                    {
                        await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                        names ??= await NamesAsync(db, cancellation);
                        var came = await PutAsync(db, batch, names, source, actor, cancellation);
                        if (noting is not null)
                            await noting(db, came);
                        return came;
                    },
                    cancellation),
                cancellation);
            if (told is not null)
                await told();
        }

        return sum;
    }

    /// <summary>Notes what somebody says of a text; it is learned with the next training.</summary>
    public Task<NotedCorrection> CorrectAsync(NewLabel told, Actor actor, CancellationToken cancellation = default) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, MayCorrect, cancellation);
            var hash = LabelledText.HashOf(told.Text);
            var before = await db.LabelledTexts.AsNoTracking().SingleOrDefaultAsync(text => text.Hash == hash && text.Kind == told.Kind, cancellation);
            told = told with { Label = (await NamesAsync(db, cancellation)).Of(told.Kind, told.Label) };
            await PutAsync(db, [told], new LabelNames([told.Label]), LabelledText.Correction, actor, cancellation);
            await db.SaveChangesAsync(cancellation);
            var now = await db.LabelledTexts.SingleAsync(text => text.Hash == hash && text.Kind == told.Kind, cancellation);
            db.Audit(actor, "triage.corrected", "triage", now.Id, new { told.Kind, told.Label, Before = before?.Label });
            db.Announce(LiveTopic.Triage, 0);
            return new NotedCorrection(now.Id, now.HeldOut, before);
        },
        cancellation);

    /// <summary>Takes a correction back: what was here before is here again, unchanged. False when the text has another label since, or is gone.</summary>
    public Task<bool> TakeBackAsync(NotedCorrection noted, Actor actor, CancellationToken cancellation = default) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, MayCorrect, cancellation);
            if (await db.LabelledTexts.SingleOrDefaultAsync(text => text.Id == noted.Id, cancellation) is not { } text)
                return false;
            if (noted.Before?.Id != text.Id)
            {
                db.Remove(text);
                if (noted.Before is { } before)
                    db.LabelledTexts.Add(before);
            }

            db.Audit(actor, "triage.correction_undone", "triage", noted.Id, new { text.Kind, text.Label, Before = noted.Before?.Label });
            db.Announce(LiveTopic.Triage, 0);
            return true;
        },
        cancellation);

    /// <summary>Removes one text, and returns what puts it back; nothing when it is gone.</summary>
    public Task<IReadOnlyList<LabelledText>> RemoveAsync(long id, Actor actor, CancellationToken cancellation = default) =>
        RemoveAsync(db => db.LabelledTexts.Where(text => text.Id == id), actor, cancellation);

    /// <summary>Removes the newest that are meant, at most <see cref="MostRemoved"/>, and returns what puts them back.</summary>
    public Task<IReadOnlyList<LabelledText>> RemoveAsync(LabelFilter filter, Actor actor, CancellationToken cancellation = default) =>
        RemoveAsync(db => LabelQueries.Matching(db, filter).OrderByDescending(text => text.Id).Take(MostRemoved), actor, cancellation);

    /// <summary>Puts removed texts back as they were, and returns how many; those that are here again with a label of their own stay as they are.</summary>
    public Task<int> PutBackAsync(IReadOnlyList<LabelledText> removed, Actor actor, CancellationToken cancellation = default) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
            var hashes = removed.Select(text => text.Hash).ToList();
            var here = await db.LabelledTexts.Where(text => hashes.Contains(text.Hash)).Select(text => new { text.Kind, text.Hash }).ToListAsync(cancellation);
            var back = removed.ExceptBy(here, text => new { text.Kind, text.Hash }).ToList();
            if (back.Count == 0)
                return 0;
            db.LabelledTexts.AddRange(back);
            db.Audit(actor, "triage.texts_put_back", "triage", back[0].Id, new { Texts = back.Count });
            db.Announce(LiveTopic.Triage, 0);
            return back.Count;
        },
        cancellation);

    /// <summary>The audit says how many of which labels went, and nothing of what stood in them.</summary>
    private Task<IReadOnlyList<LabelledText>> RemoveAsync(Func<SupportDbContext, IQueryable<LabelledText>> which, Actor actor, CancellationToken cancellation) => gate.WriteAsync(
        async db =>
        {
            await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
            var texts = await which(db).AsNoTracking().ToListAsync(cancellation);
            if (texts.Count > 0)
            {
                var ids = texts.ConvertAll(text => text.Id);
                await db.LabelledTexts.Where(text => ids.Contains(text.Id)).ExecuteDeleteAsync(cancellation);
                var labels = texts.Select(text => text.Label).Distinct().ToList();
                db.Audit(actor, "triage.texts_removed", "triage", ids[0], new { Texts = texts.Count, Label = labels.Take(NamedLabels) });
                db.Announce(LiveTopic.Triage, 0);
            }

            return (IReadOnlyList<LabelledText>)texts;
        },
        cancellation);

    /// <summary>The topics in use, as they are spelled; read once for a whole file.</summary>
    private static async Task<LabelNames> NamesAsync(SupportDbContext db, CancellationToken cancellation) =>
        new(await db.LabelledTexts.Where(text => text.Kind == LabelKind.Topic).Select(text => text.Label).Distinct().OrderBy(label => label).ToListAsync(cancellation));

    /// <summary>Each text once for each kind; the last label given holds.</summary>
    private static async Task<AddedTexts> PutAsync(
        SupportDbContext db, NewLabel[] told, LabelNames names, string source, Actor actor, CancellationToken cancellation)
    {
        var rows = told.Select(text => LabelledText.Of(text.Text, text.Kind, names.Of(text.Kind, text.Label), source, actor.Name, db.Now))
            .GroupBy(row => (row.Hash, row.Kind)).ToDictionary(same => same.Key, same => same.Last());
        var hashes = rows.Keys.Select(key => key.Hash).Distinct().ToList();
        var here = await db.LabelledTexts.Where(text => hashes.Contains(text.Hash)).ToDictionaryAsync(text => (text.Hash, text.Kind), cancellation);
        var (added, changed, known) = (0, 0, told.Length - rows.Count);
        foreach (var (key, row) in rows)
        {
            var old = here.GetValueOrDefault(key);
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

        return new AddedTexts(added, changed, known);
    }
}
