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
/// Trains on the labelled texts that are not held out, judges by those that are, and takes over from the version in force unless it is worse.
/// The file is whole before the row says that it is there; a training that dies leaves everything as it was.
/// </summary>
public sealed class TriageTraining(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, ModelShelf shelf, ModelInForce inForce, IOptionsMonitor<TrainingOptions> options, TimeProvider clock)
{
    private const int Parts = 100;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public async Task RunAsync(RunProgress progress)
    {
        await progress.ReportAsync(0, Parts, RunNote.Of("training.reads"));
        var texts = await ReadAsync(progress.Stopping);
        if (HurdleOf(texts, options.CurrentValue.LeastTexts) is { } hurdle)
        {
            await progress.ReportAsync(0, 0, hurdle);
            return;
        }

        var promise = ModelPromise.Of(options.CurrentValue);
        var model = await TrainAsync(texts.Train, promise, progress);
        await progress.ReportAsync(Parts - 1, Parts, RunNote.Of("training.compares", Number(texts.HeldOut.Count)));
        var answers = texts.HeldOut.Texts.Select(text => model.Classify(text)).ToList();
        var quality = new ModelQuality(HeldOutReport.Of(texts.HeldOut.Labels, answers), ConfusionMatrix.Of(texts.HeldOut.Labels, answers), promise);
        var beside = inForce.Now is { Version: { } version, Model: { } old } ? Compare(version, old, ModelComparison.Of(model, old, texts.HeldOut).Result, texts.HeldOut, quality.Report) : null;
        var id = await KeepAsync(model, texts, quality, beside, progress.Stopping);
        await inForce.LoadAsync(CancellationToken.None);
        await PruneAsync(CancellationToken.None);
        await progress.ReportAsync(Parts, Parts, NoteOf(id, quality.Report, beside));
    }

    /// <summary>The accuracies are those of the figures: over the texts that have a label.</summary>
    private static ModelBeside Compare(long version, TextModel old, ComparisonResult result, TrainingTexts heldOut, HeldOutReport report)
    {
        var oldRight = heldOut.Texts.Where((text, i) => heldOut.Labels[i] != LearningOptions.OutOfScope && old.Classify(text).Label == heldOut.Labels[i]).Count();
        return new ModelBeside(version, result, report.Texts, report.Accuracy, (double)oldRight / Math.Max(1, report.Texts), result != ComparisonResult.Worse);
    }

    private static RunNote? HurdleOf(LearningTexts texts, int least) => TrainingHurdles.Of(texts.All, texts.HeldOut.Count, texts.Labels, least) switch
    {
        TrainingHurdle.TooFew => RunNote.Of("training.too_few", Number(texts.All), Number(texts.Labels), Number(least)),
        TrainingHurdle.TooManyLabels => RunNote.Of("training.too_many_labels", Number(texts.Labels), Number(TextModelTraining.MostLabels)),
        _ => null,
    };

    private static RunNote NoteOf(long id, HeldOutReport report, ModelBeside? beside) => beside is null
        ? RunNote.Of("training.first", Number(id), Share(report.Accuracy), Number(report.Texts))
        : RunNote.Of(beside.TookOver ? "training.took_over" : "training.stays", Number(id), Share(beside.NewAccuracy), Share(beside.OldAccuracy), Number(beside.Texts), Number(beside.Version));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private async Task<LearningTexts> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.LabelledTexts.AsNoTracking().OrderBy(text => text.Id).Select(text => new { text.Id, text.Text, text.Label, text.HeldOut }).ToListAsync(cancellation);
        var sides = rows.ToLookup(row => row.HeldOut);
        return new LearningTexts(
            new TrainingTexts([.. sides[false].Select(row => row.Text)], [.. sides[false].Select(row => row.Label)]),
            new TrainingTexts([.. sides[true].Select(row => row.Text)], [.. sides[true].Select(row => row.Label)]),
            rows.Count == 0 ? 0 : rows[^1].Id);
    }

    private async Task<TextModel> TrainAsync(TrainingTexts texts, ModelPromise promise, RunProgress progress)
    {
        var watch = new TrainingWatch(progress.Stopping);
        var training = Task.Run(() => TextModelTraining.Train(texts, promise.Learning, watch: watch), CancellationToken.None);
        while (await Task.WhenAny(training, Task.Delay(Look, clock, CancellationToken.None)) != training)
            await progress.ReportAsync(1 + (long)(watch.Share * (Parts - 5)), Parts, RunNote.Of("training.trains", Number(texts.Count)));
        return await training;
    }

    private async Task<long> KeepAsync(TextModel model, LearningTexts texts, ModelQuality quality, ModelBeside? beside, CancellationToken cancellation)
    {
        shelf.DeleteUnnamed();
        var (laid, hash) = shelf.Lay(model);
        return await gate.WriteAsync(
            async db =>
            {
                var row = new TriageModel
                {
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
                if (beside is not { TookOver: false })
                {
                    await ModelVersions.PutInForceAsync(db, row, cancellation);
                    db.Audit(Actor.System, "triage.model_took_over", "triage", row.Id, new { Version = row.Id, Before = beside?.Version });
                }

                shelf.Name(laid, row.Id);
                db.Announce(LiveTopic.Triage, row.Id);
                return row.Id;
            },
            cancellation);
    }

    /// <summary>Removes versions beyond those that are kept: rows first, so that none is without its file.</summary>
    private async Task PruneAsync(CancellationToken cancellation)
    {
        var gone = await gate.WriteAsync(
            async db =>
            {
                var old = await db.TriageModels.Where(model => !model.InForce).OrderByDescending(model => model.Id).Skip(options.CurrentValue.KeepModels).Select(model => model.Id).ToListAsync(cancellation);
                await db.TriageModels.Where(model => old.Contains(model.Id)).ExecuteDeleteAsync(cancellation);
                return old;
            },
            cancellation);
        gone.ForEach(shelf.Delete);
    }
}

/// <summary>The labelled texts as one training takes them: what is learned from, and what is only judged by.</summary>
internal sealed record LearningTexts(TrainingTexts Train, TrainingTexts HeldOut, long LastId)
{
    public int All => Train.Count + HeldOut.Count;

    /// <summary>Labels that can be learned.</summary>
    public int Labels => Train.Labels.Where(label => label != LearningOptions.OutOfScope).Distinct().Count();
}
