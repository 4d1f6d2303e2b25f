using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
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
    private readonly QueryPlans _plans = new();
    private readonly List<RunNote?> _notes = [];
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync(services => services.AddSingleton<IInterceptor>(_plans));

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Texts_UploadedAgain_AreHereOnceWithTheLabelThatWasGivenLast()
    {
        (await AddAsync(new("Where is my parcel?", "delivery"), new("I want  my money back", "refund"))).ShouldBe(new AddedTexts(2, 0, 0));
        var held = (await RowsAsync()).ToDictionary(row => row.Hash, row => row.HeldOut);

        (await AddAsync(new("where is my  PARCEL?", "delivery"), new("I want my money back", "cancel"), new("I want my money back", "cancel"), new("New", "refund")))
            .ShouldBe(new AddedTexts(1, 1, 2));

        var rows = await RowsAsync();
        rows.Select(row => row.Label).ShouldBe(["delivery", "cancel", "refund"]);
        rows.Where(row => held.ContainsKey(row.Hash)).ShouldAllBe(row => row.HeldOut == held[row.Hash]); // No text moves between learning and judging.
    }

    [Fact]
    public async Task Correction_OfStaff_CountsAsWaitingAndIsTakenBackToTheLabelBefore()
    {
        await AddAsync(new NewLabel("Where is my parcel?", "refund"));
        var staff = await _loop.Host.AddPersonAsync(Roles.Staff);
        var manager = await _loop.Host.AddPersonAsync(Roles.Manager);
        var actor = new Actor(staff.UserName!, staff.Id);
        var last = (await RowsAsync())[^1].Id;

        var noted = await Get<LabelledTexts>().CorrectAsync(new("Where is my parcel?", "delivery"), actor);
        (await Get<LabelQueries>().SinceAsync(last)).ShouldBe(1);
        (await Get<LabelledTexts>().TakeBackAsync(noted, actor)).ShouldBeTrue();

        (await RowsAsync()).ShouldHaveSingleItem().Label.ShouldBe("refund");
        await Should.ThrowAsync<AccessDeniedException>(() => Get<LabelledTexts>().CorrectAsync(new("x", "y"), new Actor("m", manager.Id)));
        await Should.ThrowAsync<AccessDeniedException>(() => Get<LabelledTexts>().AddAsync([new("x", "y")], "f.csv", actor));
    }

    [Fact]
    public async Task Training_OnTooFewTexts_SaysSoAndMakesNoModel()
    {
        await AddAsync([.. Few(20)]);

        (await TrainAsync()).ShouldBe("training.too_few");

        (await Get<ModelVersions>().ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Training_NeverLearnsAHeldOutText_AndItsFiguresAreThoseOfTheHeldOutTexts()
    {
        await AddAsync([.. Few(200)]);

        (await TrainAsync()).ShouldBe("training.first");

        var rows = await RowsAsync();
        var model = (await Get<ModelVersions>().GetAsync(null)).ShouldNotBeNull();
        var file = TextModelFile.Read(Get<ModelShelf>().PathOf(model.Id));
        var learned = rows.Where(row => !row.HeldOut).ToList();
        file.Facts.DataHash.ShouldBe(new TrainingTexts(learned.ConvertAll(row => row.Text), learned.ConvertAll(row => row.Label)).Hash());
        var held = rows.Where(row => row.HeldOut).ToList();
        held.Count.ShouldBeInRange(20, 60);
        (model.HeldOut, model.Texts).ShouldBe((held.Count, learned.Count));
        model.Quality.Report.Accuracy.ShouldBe(held.Count(row => file.Classify(row.Text).Label == row.Label) / (double)held.Count, 1e-9);
        model.Quality.Matrix!.Counts.Sum(row => row.Sum()).ShouldBe(held.Count);
        (await Get<LabelQueries>().SinceAsync(model.LastTextId)).ShouldBe(0);
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

        var versions = await Get<ModelVersions>().ListAsync();
        versions.Select(version => (version.Id, version.InForce)).ShouldBe([(2, false), (1, true)]);
        versions[0].Beside.ShouldNotBeNull().OldAccuracy.ShouldBeGreaterThan(versions[0].Beside!.NewAccuracy);
        Get<ModelInForce>().Now.Version.ShouldBe(1);
        (await Get<ModelVersions>().UseAsync(2, Loop.Admin)).ShouldBe(UseOutcome.Done);
        Get<ModelInForce>().Now.Version.ShouldBe(2);
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
        (read.Answer, read.Fault, read.Result.Category).ShouldBe((null, ModelFault.Damaged, TriageCategory.Billing));
        (await Get<ModelVersions>().UseAsync(1, Loop.Admin)).ShouldBe(UseOutcome.NoFile);

        File.Delete(path);
        await Get<ModelInForce>().LoadAsync();
        Get<ModelInForce>().Now.Fault.ShouldBe(ModelFault.Missing);
        (await TrainAsync()).ShouldBe("training.first"); // Nothing to be compared with: the new one answers.
        Get<ModelInForce>().Now.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Training_ThatIsStopped_LeavesEverythingAsItWas()
    {
        await AddAsync([.. Few(400)]);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Get<TriageTraining>().RunAsync(new RunProgress((_, _, _) => Task.CompletedTask, stop.Token)));

        (await Get<ModelVersions>().ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Training_ThatIsStoppedInItsMiddle_EndsAtOnceAndLeavesEverythingAsItWas()
    {
        await AddAsync([.. Few(1500)]);
        using var stop = new CancellationTokenSource();
        var training = Get<TriageTraining>().RunAsync(new RunProgress(
            (done, _, note) =>
            {
                if (note?.Word == "training.trains" && done > 1)
                    stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
            stop.Token));
        while (await Task.WhenAny(training, Task.Delay(TimeSpan.FromMilliseconds(20))) != training)
            _loop.Clock.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<OperationCanceledException>(() => training);

        stop.IsCancellationRequested.ShouldBeTrue(); // It was on its way.
        (await Get<ModelVersions>().ListAsync()).ShouldBeEmpty();
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
        (await Get<ModelVersions>().ListAsync())[0].Beside.ShouldNotBeNull().Stays.ShouldBe(StayReason.TooFew);
        Get<ModelInForce>().Now.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Model_AsGoodAsTheOneInForce_TakesOver()
    {
        await AddAsync([.. Few(300)]);
        await TrainAsync();

        (await TrainAsync()).ShouldBe("training.took_over");

        Get<ModelInForce>().Now.Version.ShouldBe(2);
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
        (await Get<ModelVersions>().ListAsync()).ShouldHaveSingleItem().InForce.ShouldBeFalse();
        Get<ModelInForce>().Now.Model.ShouldBeNull();
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
        (await Get<LabelQueries>().SinceAsync((await Get<ModelVersions>().ListAsync())[0].LastTextId)).ShouldBe(0);
    }

    [Fact]
    public async Task Readings_OfThePages_GoThroughIndexes()
    {
        await AddAsync(new NewLabel("a b", "x"));
        _plans.Lines.Clear();

        await Get<LabelQueries>().ListAsync(null, 0, null, 25, masked: true);
        await Get<LabelQueries>().ListAsync("x", 0, 9, 25, masked: false);
        await Get<LabelQueries>().SinceAsync(5);
        await Get<LabelQueries>().TotalsAsync();
        await Get<ModelVersions>().GetAsync(null);

        _plans.Scans.Where(line => !line.Contains("TriageModels", StringComparison.Ordinal)).ShouldBeEmpty(); // Eleven rows at most.
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
                _notes.Add(note);
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
