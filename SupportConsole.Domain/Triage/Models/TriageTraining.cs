using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>
/// Trains one version for each kind of label that has enough texts, on those that are not held out, and judges by those that are. The new version answers
/// when it keeps its promise there and is as good as the one of its kind in force. The file is whole before the row says that it is there; a training that dies leaves that kind as it was.
/// </summary>
public sealed class TriageTraining(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ModelShelf shelf, ModelInForce inForce, IOptionsMonitor<TrainingOptions> options, TimeProvider clock)
{
    private const int Parts = 100;

    /// <summary>Labels that a note names; a person mends these and sees the next.</summary>
    private const int NamedLabels = 10;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public async Task RunAsync(RunProgress progress)
    {
        var kinds = await KindsAsync(progress.Stopping);
        RunNote? told = null;
        for (var i = 0; i < kinds.Count; i++)
        {
            var (kind, before) = (kinds[i], i * Parts);
            var came = await TrainAsync(kind, new RunProgress((done, _, note) => progress.ReportAsync(before + done, kinds.Count * Parts, Named(kind, note!)), progress.Stopping));
            told = told?.With(Named(kind, came)) ?? Named(kind, came);
        }

        await progress.ReportAsync(kinds.Count * Parts, kinds.Count * Parts, told);
    }

    private static RunNote Named(LabelKind kind, RunNote note) => RunNote.Of($"training.of_{LabelKinds.Name(kind)}").With(note);

    /// <summary>Trains on the labels of one kind, and returns what came of it.</summary>
    private async Task<RunNote> TrainAsync(LabelKind kind, RunProgress progress)
    {
        await progress.ReportAsync(0, Parts, RunNote.Of("training.reads"));
        var texts = await ReadAsync(kind, progress.Stopping);
        if (HurdleOf(texts, options.CurrentValue.LeastTexts) is { } hurdle)
            return hurdle.With(LeftOut(texts));
        var promise = ModelPromise.Of(options.CurrentValue);
        var model = await LearnAsync(texts.Train, promise.Learning(kind), progress);
        await progress.ReportAsync(Parts - 1, Parts, RunNote.Of("training.compares", Number(texts.HeldOut.Count)));
        var answers = texts.HeldOut.Texts.Select(text => model.Classify(text)).ToList();
        var quality = new ModelQuality(HeldOutReport.Of(texts.HeldOut.Labels, answers), ConfusionMatrix.Of(texts.HeldOut.Labels, answers), promise, model.AutoFrom);
        var kept = PrecisionPromise.Of(promise.Precision, quality.Report);
        var beside = inForce.Now[kind] is { Version: { } version, Model: { } old } ? Compare(version, ModelComparison.Of(model, old, texts.HeldOut), kept) : null;
        var id = await KeepAsync(kind, model, texts, quality, beside, beside?.TookOver ?? kept.IsKept, progress.Stopping);
        await inForce.LoadAsync(CancellationToken.None);
        await PruneAsync(kind, CancellationToken.None);
        return NoteOf(id, quality.Report, beside, kept).With(LeftOut(texts));
    }

    private static ModelBeside Compare(long version, ModelComparison found, PrecisionPromise promise)
    {
        var stays = !promise.IsKept ? StayReason.Unkept : found.Texts < ModelComparison.LeastTexts ? StayReason.TooFew : StayReason.None;
        return new ModelBeside(
            version, found.Result, found.Texts, found.NewAccuracy, found.OldAccuracy, found.IsAsGood && promise.IsKept, found.NewOnly, found.OldOnly, stays);
    }

    private static RunNote? HurdleOf(LearningTexts texts, int least) => TrainingHurdles.Of(texts.All, texts.HeldOut.Count, texts.Labels, least) switch
    {
        TrainingHurdle.TooFew => RunNote.Of("training.too_few", Number(texts.All), Number(texts.Labels), Number(least)),
        TrainingHurdle.TooManyLabels => RunNote.Of("training.too_many_labels", Number(texts.Labels), Number(TextModelTraining.MostLabels)),
        _ => null,
    };

    private static RunNote NoteOf(long id, HeldOutReport report, ModelBeside? beside, PrecisionPromise promise)
    {
        var note = beside is null
            ? RunNote.Of(promise.IsKept ? "training.first" : "training.waits", Number(id), Share(report.Accuracy), Number(report.Texts))
            : RunNote.Of(beside.TookOver ? "training.took_over" : "training.stays", Number(id), Share(beside.NewAccuracy), Share(beside.OldAccuracy), Number(beside.Texts), Number(beside.Version));
        return !promise.IsKept ? note.With(RunNote.Of("training.unkept", Number(promise.Answered), Number(promise.Right), Share(promise.Promised)))
            : beside is { Stays: StayReason.TooFew } ? note.With(RunNote.Of("training.unproven", Number(ModelComparison.LeastTexts)))
            : note;
    }

    /// <summary>What was not learned from, and why; null when all was.</summary>
    private RunNote? LeftOut(LearningTexts texts)
    {
        var outside = texts.Outside.Count == 0 ? null
            : RunNote.Of("training.outside", string.Join(", ", texts.Outside.Take(NamedLabels)) + (texts.Outside.Count > NamedLabels ? ", ..." : ""));
        return texts.LeftOut == 0 ? outside : RunNote.Of("training.left_out", Number(texts.LeftOut), Number(options.CurrentValue.MostTexts)).With(outside);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>The kinds that somebody labelled; where nothing is labelled at all the run still says so of one.</summary>
    private async Task<List<LabelKind>> KindsAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var kinds = new List<LabelKind>();
        foreach (var kind in LabelKinds.All)
        {
            if (await db.LabelledTexts.AnyAsync(text => text.Kind == kind, cancellation))
                kinds.Add(kind);
        }

        return kinds.Count > 0 ? kinds : [LabelKind.Topic];
    }

    private async Task<LearningTexts> ReadAsync(LabelKind kind, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await LearningTexts.ReadAsync(db, kind, options.CurrentValue.MostTexts, cancellation);
    }

    /// <summary>Ends when the training has: a run that was stopped leaves none behind to work beside the next.</summary>
    private async Task<TextModel> LearnAsync(TrainingTexts texts, LearningOptions learning, RunProgress progress)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(progress.Stopping);
        var watch = new TrainingWatch(stop.Token);
        var training = Task.Run(() => TextModelTraining.Train(texts, learning, watch: watch), CancellationToken.None);
        try
        {
            while (await Task.WhenAny(training, Task.Delay(Look, clock, CancellationToken.None)) != training)
                await progress.ReportAsync(1 + (long)(watch.Share * (Parts - 5)), Parts, RunNote.Of("training.trains", Number(texts.Count)));
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(training);
        }

        return await training;
    }

    private async Task<long> KeepAsync(LabelKind kind, TextModel model, LearningTexts texts, ModelQuality quality, ModelBeside? beside, bool takesOver, CancellationToken cancellation)
    {
        shelf.DeleteUnnamed();
        var (laid, hash) = shelf.Lay(model);
        return await gate.WriteAsync(
            async db =>
            {
                var row = new TriageModel
                {
                    Kind = kind,
                    FileHash = hash,
                    TrainedAt = db.Now,
                    Texts = texts.Train.Count,
                    HeldOut = texts.HeldOut.Count,
                    Labels = model.Labels.Count,
                    LastTextId = texts.LastId,
                    Quality = quality,
                    Beside = beside,
                };
                db.TriageModels.Add(row);
                await db.SaveChangesAsync(cancellation);
                if (takesOver)
                {
                    await ModelVersions.PutInForceAsync(db, row, cancellation);
                    db.Audit(Actor.System, "triage.model_took_over", "triage", row.Id, new { row.Kind, Version = row.Id, Before = beside?.Version });
                }

                shelf.Name(laid, row.Id);
                db.Announce(LiveTopic.Triage, row.Id);
                return row.Id;
            },
            cancellation);
    }

    /// <summary>Removes versions of a kind beyond those that are kept: rows first, so that none is without its file.</summary>
    private async Task PruneAsync(LabelKind kind, CancellationToken cancellation)
    {
        var gone = await gate.WriteAsync(
            async db =>
            {
                var old = await db.TriageModels.Where(model => model.Kind == kind && !model.InForce).OrderByDescending(model => model.Id).Skip(options.CurrentValue.KeepModels).Select(model => model.Id).ToListAsync(cancellation);
                await db.TriageModels.Where(model => old.Contains(model.Id)).ExecuteDeleteAsync(cancellation);
                return old;
            },
            cancellation);
        gone.ForEach(shelf.Delete);
    }
}
