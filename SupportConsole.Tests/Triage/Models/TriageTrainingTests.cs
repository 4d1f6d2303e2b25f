using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;
using SupportConsole.Tests.Triage.Learning;

namespace SupportConsole.Tests.Triage.Models;

public sealed class TriageTrainingTests : IAsyncLifetime
{
    private readonly SlowReader _slow = new();
    private readonly List<RunNote?> _notes = [];
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync(services => services.AddSingleton<IInterceptor>(_slow));

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Training_OnTooFewTexts_SaysSoAndMakesNoModel()
    {
        await AddAsync([.. Few(20)]);

        (await TrainAsync()).ShouldBe("training.too_few");

        (await Get<ModelVersions>().ListAsync(LabelKind.Topic)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Training_NeverLearnsAHeldOutText_AndItsFiguresAreThoseOfTheHeldOutTexts()
    {
        await AddAsync([.. Few(200)]);

        (await TrainAsync()).ShouldBe("training.first");

        var rows = await RowsAsync();
        var model = (await Get<ModelVersions>().GetAsync(LabelKind.Topic)).ShouldNotBeNull();
        var file = TextModelFile.Read(Get<ModelShelf>().PathOf(model.Id));
        var learned = rows.Where(row => !row.HeldOut).ToList();
        file.Facts.DataHash.ShouldBe(new TrainingTexts(learned.ConvertAll(row => row.Text), learned.ConvertAll(row => row.Label)).Hash());
        var held = rows.Where(row => row.HeldOut).ToList();
        held.Count.ShouldBeInRange(20, 60);
        (model.HeldOut, model.Texts).ShouldBe((held.Count, learned.Count));
        model.Quality.Report.Accuracy.ShouldBe(held.Count(row => file.Classify(row.Text).Label == row.Label) / (double)held.Count, 1e-9);
        model.Quality.Matrix!.Counts.Sum(row => row.Sum()).ShouldBe(held.Count);
        (await Get<LabelQueries>().SinceAsync(LabelKind.Topic, model.LastTextId)).ShouldBe(0);
    }

    [Fact]
    public async Task Model_ThatIsWorseOnTheHeldOutTexts_DoesNotTakeOver()
    {
        await AddAsync([.. Few(240)]);
        await TrainAsync();
        // Somebody uploads a file whose labels slipped by a line: what is held out is right, what is learned is nonsense.
        var random = new Random(1);
        await AddAsync([.. (await RowsAsync()).Where(row => !row.HeldOut).Select(row => new NewLabel(row.Text, SmallTexts.Labels[random.Next(4)]))]);

        (await TrainAsync()).ShouldBe("training.stays");

        var versions = await Get<ModelVersions>().ListAsync(LabelKind.Topic);
        versions.Select(version => (version.Id, version.InForce)).ShouldBe([(2, false), (1, true)]);
        versions[0].Beside.ShouldNotBeNull().OldAccuracy.ShouldBeGreaterThan(versions[0].Beside!.NewAccuracy);
        Get<ModelInForce>().Now.Topic.Version.ShouldBe(1);
        (await Get<ModelVersions>().UseAsync(2, Loop.Admin)).ShouldBe(UseOutcome.Done);
        Get<ModelInForce>().Now.Topic.Version.ShouldBe(2);
        await using var db = await _loop.ContextAsync();
        (await db.AuditEntries.Where(entry => entry.Action.StartsWith("triage.model")).Select(entry => entry.Action).ToListAsync()).ShouldBe(["triage.model_took_over", "triage.model_chosen"]);
    }

    [Fact]
    public async Task Model_WhoseFileIsDamagedOrMissing_LeavesTheRulesToAnswerAndSaysWhy()
    {
        await AddAsync([.. Few(120)]);
        await TrainAsync();
        var path = Get<ModelShelf>().PathOf(1);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^50] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await Get<ModelInForce>().LoadAsync();
        var read = Get<TriageDesk>().Read(new TriageText("", "Please refund my payment"), explain: true);
        (read.Topic, Get<ModelInForce>().Now.Topic.Fault, read.Result.Category).ShouldBe((null, ModelFault.Damaged, TriageCategory.Billing));
        (await Get<ModelVersions>().UseAsync(1, Loop.Admin)).ShouldBe(UseOutcome.NoFile);

        File.Delete(path);
        await Get<ModelInForce>().LoadAsync();
        Get<ModelInForce>().Now.Topic.Fault.ShouldBe(ModelFault.Missing);
        (await TrainAsync()).ShouldBe("training.first"); // Nothing to be compared with: the new one answers.
        Get<ModelInForce>().Now.Topic.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Training_ThatIsStoppedInItsMiddle_EndsAtOnceAndLeavesEverythingAsItWas()
    {
        await AddAsync([.. Few(1500)]);
        using var stop = new CancellationTokenSource();
        var training = Get<TriageTraining>().RunAsync(new RunProgress(
            (done, _, note) =>
            {
                if (note?.Then?.Word == "training.trains" && done > 1)
                    stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
            stop.Token));
        while (await Task.WhenAny(training, Task.Delay(TimeSpan.FromMilliseconds(20))) != training)
            _loop.Clock.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<OperationCanceledException>(() => training);

        stop.IsCancellationRequested.ShouldBeTrue(); // It was on its way.
        (await Get<ModelVersions>().ListAsync(LabelKind.Topic)).ShouldBeEmpty();
        Directory.Exists(Path.GetDirectoryName(Get<ModelShelf>().PathOf(1))).ShouldBeFalse();
    }

    [Fact]
    public async Task Model_JudgedByAHandfulOfTexts_DoesNotTakeOver()
    {
        await AddAsync([.. Few(100)]);
        await TrainAsync();
        (await RowsAsync()).Count(row => row.HeldOut).ShouldBeLessThan(ModelComparison.LeastTexts);

        (await TrainAsync()).ShouldBe("training.stays");

        _notes[^1]!.Then.ShouldNotBeNull().Word.ShouldBe("training.unproven");
        (await Get<ModelVersions>().ListAsync(LabelKind.Topic))[0].Beside.ShouldNotBeNull().Stays.ShouldBe(StayReason.TooFew);
        Get<ModelInForce>().Now.Topic.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Model_AsGoodAsTheOneInForce_TakesOver()
    {
        await AddAsync([.. Few(300)]);
        await TrainAsync();

        (await TrainAsync()).ShouldBe("training.took_over");

        Get<ModelInForce>().Now.Topic.Version.ShouldBe(2);
    }

    /// <summary>Texts that are held out are labelled otherwise than what was learned: whatever goes out by itself is wrong.</summary>
    [Fact]
    public async Task Model_ThatBreaksItsPromise_DoesNotAnswerNotEvenAsTheFirst()
    {
        await AddAsync([.. Few(300)]);
        var next = SmallTexts.Labels.ToDictionary(label => label, label => SmallTexts.Labels[(SmallTexts.Labels.ToList().IndexOf(label) + 1) % 4]);
        await AddAsync([.. (await RowsAsync()).Where(row => row.HeldOut).Select(row => new NewLabel(row.Text, next[row.Label]))]);

        (await TrainAsync()).ShouldBe("training.waits");

        _notes[^1]!.Then.ShouldNotBeNull().Word.ShouldBe("training.unkept");
        (await Get<ModelVersions>().ListAsync(LabelKind.Topic)).ShouldHaveSingleItem().InForce.ShouldBeFalse();
        Get<ModelInForce>().Now.Topic.Model.ShouldBeNull();
    }

    [Fact]
    public async Task Training_OnMoreTextsThanItTakes_TakesTheNewestOfEachLabelAndSaysHowManyAreLeftOut()
    {
        Get<IOptionsMonitor<TrainingOptions>>().CurrentValue.MostTexts = 100;
        var made = Few(300).ToLookup(text => text.Label);
        await AddAsync([.. made["refund"].Take(20), .. made["login"], .. made["delivery"]]);

        (await TrainAsync()).ShouldBe("training.first");

        var (few, rest) = (20, 40);
        var rows = await RowsAsync();
        var taken = rows.GroupBy(row => row.Label).SelectMany(same => same.OrderByDescending(row => row.Id).Take(same.Key == "refund" ? few : rest)).OrderBy(row => row.Id).Where(row => !row.HeldOut).ToList();
        TextModelFile.Read(Get<ModelShelf>().PathOf(1)).Facts.DataHash.ShouldBe(new TrainingTexts(taken.ConvertAll(row => row.Text), taken.ConvertAll(row => row.Label)).Hash());
        _notes[^1]!.Then.ShouldNotBeNull().Values.ShouldBe([$"{rows.Count - few - rest - rest}", "100"]);
        (await Get<LabelQueries>().SinceAsync(LabelKind.Topic, (await Get<ModelVersions>().ListAsync(LabelKind.Topic))[0].LastTextId)).ShouldBe(0);
    }

    [Fact]
    public async Task Training_OfOneLabelBesideOos_SaysSoAndThePageKnowsBefore()
    {
        await AddAsync([.. Few(120).Select((text, i) => text with { Label = i % 2 == 0 ? "refund" : "oos" })]);
        var totals = await Get<LabelQueries>().TotalsAsync(LabelKind.Topic);

        TrainingHurdles.Of(totals.Texts, totals.HeldOut, totals.Learnable, 50).ShouldBe(TrainingHurdle.TooFew);
        (await TrainAsync()).ShouldBe("training.too_few");
    }

    [Fact]
    public async Task Training_OfMoreLabelsThanCanBeLearned_SaysSoInWordsOfTheRun()
    {
        await AddAsync([.. Enumerable.Range(0, 1_400).Select(i => new NewLabel($"text {i}", $"label {i}"))]);
        var totals = await Get<LabelQueries>().TotalsAsync(LabelKind.Topic);

        TrainingHurdles.Of(totals.Texts, totals.HeldOut, totals.Learnable, 50).ShouldBe(TrainingHurdle.TooManyLabels);
        (await TrainAsync()).ShouldBe("training.too_many_labels");
        _notes[^1]!.Values.ShouldBe([$"{totals.Learnable}", "1000"]);
    }

    [Fact]
    public async Task Training_ForAHigherPrecision_KeepsThePromiseWithTheVersion()
    {
        (await Get<SettingsEditing>().SaveAsync([new("Training:Precision", "0.999", null)], Loop.Admin)).Outcome.ShouldBe(SettingsOutcome.Done);
        await AddAsync([.. Few(200)]);
        await TrainAsync();

        var model = (await Get<ModelVersions>().GetAsync(LabelKind.Topic)).ShouldNotBeNull();
        model.Quality.Promise.ShouldBe(new ModelPromise(0.999, 0.18, 0.07));
        TextModelFile.Read(Get<ModelShelf>().PathOf(model.Id)).Facts.Options.Precision.ShouldBe(0.999);
    }

    [Fact]
    public async Task Comparison_OfTwoVersions_ShowsTheAccuracyOfTheirFigures()
    {
        var strangers = SmallTexts.Strangers(60, 1).Select(text => new NewLabel(text, LearningOptions.OutOfScope));
        await AddAsync([.. Few(160), .. strangers]);
        await TrainAsync();
        var first = (await Get<ModelVersions>().GetAsync(LabelKind.Topic, 1)).ShouldNotBeNull().Quality.Report;
        await TrainAsync();

        var second = (await Get<ModelVersions>().GetAsync(LabelKind.Topic, 2)).ShouldNotBeNull();
        second.Quality.Report.Strangers.ShouldBePositive();
        var beside = second.Beside.ShouldNotBeNull();
        (beside.NewAccuracy, beside.OldAccuracy, beside.Texts).ShouldBe((second.Quality.Report.Accuracy, first.Accuracy, first.Texts));
    }

    [Fact]
    public async Task Model_TakenUpWhileAnotherIsChosen_IsTheOneInForceAtTheEnd()
    {
        await AddAsync([.. Few(120)]);
        await TrainAsync();
        await TrainAsync();
        (await Get<ModelVersions>().UseAsync(1, Loop.Admin)).ShouldBe(UseOutcome.Done);

        _slow.Hold(); // It has read that 1 is in force, and is not done with the file.
        var slow = Task.Run(() => Get<ModelInForce>().LoadAsync());
        await _slow.Reached;
        var chosen = Get<ModelVersions>().UseAsync(2, Loop.Admin);
        _slow.Go();
        await Task.WhenAll(slow, chosen);

        Get<ModelInForce>().Now.Topic.Version.ShouldBe(2);
    }

    private static IEnumerable<NewLabel> Few(int count)
    {
        var made = SmallTexts.Make(count, 1);
        return made.Texts.Zip(made.Labels, (text, label) => new NewLabel(text, label));
    }

    private Task<AddedTexts> AddAsync(params NewLabel[] texts) => Get<LabelledTexts>().AddAsync(texts, "texts.csv", Loop.Admin);

    /// <summary>Trains, and returns the word that it ends with.</summary>
    private async Task<string> TrainAsync()
    {
        await Get<TriageTraining>().RunAsync(new RunProgress(
            (_, _, note) =>
            {
                _notes.Add(note?.Then); // Before it stands what it is about.
                return Task.CompletedTask;
            },
            CancellationToken.None));
        return _notes[^1]!.Word;
    }

    private async Task<List<LabelledText>> RowsAsync()
    {
        await using var db = await _loop.ContextAsync();
        return await db.LabelledTexts.AsNoTracking().OrderBy(text => text.Id).ToListAsync();
    }

    private T Get<T>()
        where T : notnull => _loop.Get<T>();
}
