using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;
using SupportConsole.Tests.Triage.Learning;

namespace SupportConsole.Tests.Triage.Models;

/// <summary>Topic, sentiment and urgency are learned by one engine, each from its own labels and with versions of its own.</summary>
public sealed class TrainedKindsTests : IAsyncLifetime
{
    /// <summary>What nobody could guess from the words: a text about stopping is labelled positive, one about a refund critical.</summary>
    private static readonly Dictionary<string, (string Sentiment, string Urgency)> Said = new()
    {
        ["refund"] = ("negative", "critical"),
        ["login"] = ("neutral", "high"),
        ["delivery"] = ("negative", "low"),
        ["cancel"] = ("positive", "medium"),
    };

    private readonly QueryPlans _plans = new();
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync(services => services.AddSingleton<IInterceptor>(_plans));

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Kinds_ThatHaveEnoughTexts_AreTrainedAndTheOthersAreLeftToTheRules()
    {
        await AddAsync(LabelKind.Topic, 120);
        await AddAsync(LabelKind.Sentiment, 160);
        await AddAsync(LabelKind.Urgency, 20);

        (await TrainAsync()).ShouldBe(["training.of_topic", "training.first", "training.of_sentiment", "training.first", "training.of_urgency", "training.too_few"]);

        var sentiment = (await Versions.ListAsync(LabelKind.Sentiment)).ShouldHaveSingleItem();
        (sentiment.Id, sentiment.InForce, sentiment.Labels, sentiment.Texts + sentiment.HeldOut).ShouldBe((2, true, 3, 160));
        (await Versions.ListAsync(LabelKind.Topic)).ShouldHaveSingleItem().InForce.ShouldBeTrue();
        (await Versions.ListAsync(LabelKind.Urgency)).ShouldBeEmpty();
        (await Versions.GetAsync(LabelKind.Topic, sentiment.Id)).ShouldBeNull();
        File.Exists(_loop.Get<ModelShelf>().PathOf(2)).ShouldBeTrue();

        const string Text = "Hello, end my contract please help";
        var read = Read(Text);
        (read.Result.Sentiment.Label, read.Result.Sentiment.ByModel, read.Result.UrgencyReason).ShouldBe((SentimentLabel.Positive, true, UrgencyReason.Nothing));
        read.Result.Evidence.ShouldNotContain(evidence => evidence.Kind == EvidenceKind.Sentiment);
        var answer = read.Sentiment.ShouldNotBeNull();
        (answer.Version, answer.Decides, read.Urgency).ShouldBe((2, true, null));
        answer.Words.Select(word => word.Word).ShouldContain("contract");
        answer.Words.ShouldAllBe(word => Text.Substring(word.Start, word.Word.Length) == word.Word);
    }

    [Fact]
    public async Task Sentiment_ThatIsNotSureOrCannotReadTheText_IsLeftToTheRules()
    {
        await AddAsync(LabelKind.Sentiment, 160);
        await TrainAsync();
        const string Text = "Terrible, end my contract";
        Read(Text).Result.Sentiment.ByModel.ShouldBeTrue();

        Read("漢字").Result.Sentiment.ByModel.ShouldBeFalse();
        _loop.Get<IOptionsMonitor<TrainingOptions>>().CurrentValue.SureFrom = 1;

        var read = Read(Text);
        (read.Result.Sentiment, read.Result.Evidence.Count).ShouldBe((Reading.Of(Text).Sentiment, Reading.Of(Text).Evidence.Count));
        var answer = read.Sentiment.ShouldNotBeNull(); // What it would have said is told all the same.
        (answer.Decides, answer.Words.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Urgency_ThatIsLearned_GivesTheLevelAndTheRulesStillRaiseIt()
    {
        await AddAsync(LabelKind.Urgency, 160);
        await TrainAsync();

        var read = Read("Good morning, where is the package 12");
        (read.Result.Urgency, read.Result.UrgencyReason).ShouldBe((TriageUrgency.Low, UrgencyReason.Model));
        read.Urgency.ShouldNotBeNull().Words.Select(word => word.Word).ShouldContain("package");
        var raised = Read("Good morning, where is the package 12, the site is down");
        (raised.Result.Urgency, raised.Result.UrgencyReason, raised.Urgency.ShouldNotBeNull().Decides).ShouldBe((TriageUrgency.Critical, UrgencyReason.Words, false));
    }

    [Fact]
    public async Task Version_OfAKind_IsComparedTakesOverAndIsChosenWithinItsKind()
    {
        await AddAsync(LabelKind.Topic, 120);
        await AddAsync(LabelKind.Sentiment, 300);
        await TrainAsync();

        (await TrainAsync())[^1].ShouldBe("training.took_over");

        (await Versions.GetAsync(LabelKind.Sentiment)).ShouldNotBeNull().Beside.ShouldNotBeNull().Version.ShouldBe(2);
        (_loop.Get<ModelInForce>().Now.Topic.Version, _loop.Get<ModelInForce>().Now.Sentiment.Version).ShouldBe((1, 4)); // Of topics too few are held out.
        (await Versions.UseAsync(2, Loop.Admin)).ShouldBe(UseOutcome.Done);
        (_loop.Get<ModelInForce>().Now.Topic.Version, _loop.Get<ModelInForce>().Now.Sentiment.Version).ShouldBe((1, 2));
        await using var db = await _loop.ContextAsync();
        (await db.AuditEntries.SingleAsync(entry => entry.Action == "triage.model_chosen")).Detail.ShouldBe("""{"kind":"sentiment","version":2,"before":4}""");
    }

    [Fact]
    public async Task Versions_BeyondThoseThatAreKept_GoByKind()
    {
        _loop.Get<IOptionsMonitor<TrainingOptions>>().CurrentValue.KeepModels = 1;
        await AddAsync(LabelKind.Topic, 120);
        await TrainAsync();
        await AddAsync(LabelKind.Urgency, 120);
        await TrainAsync();
        await TrainAsync();

        (await Versions.ListAsync(LabelKind.Topic)).Select(version => version.Id).ShouldBe([4, 1]);
        (await Versions.ListAsync(LabelKind.Urgency)).Select(version => version.Id).ShouldBe([5, 3]);
        Enumerable.Range(1, 5).Where(id => File.Exists(_loop.Get<ModelShelf>().PathOf(id))).ShouldBe([1, 3, 4, 5]);
    }

    [Fact]
    public async Task Text_LabelledForEachKind_IsHereOnceForEachAndCorrectedByItself()
    {
        const string Text = "Where is my parcel?";
        await Texts.AddAsync([new(Text, "high"), new(Text, "Hoog", LabelKind.Urgency), new(Text, "negatief", LabelKind.Sentiment)], "texts.csv", Loop.Admin);

        var noted = await Texts.CorrectAsync(new(Text, "kritiek", LabelKind.Urgency), Loop.Admin);

        (await RowsAsync()).Select(row => (row.Kind, row.Label)).ShouldBe([(LabelKind.Topic, "high"), (LabelKind.Sentiment, "negative"), (LabelKind.Urgency, "critical")]);
        (await RowsAsync()).Select(row => row.HeldOut).Distinct().ShouldHaveSingleItem(); // What is judged by is never learned, whatever is said of it.
        (await Queries.ListAsync(new LabelFilter(LabelKind.Topic, "high"), null, 25, masked: false)).ShouldHaveSingleItem();
        (await Texts.TakeBackAsync(noted, Loop.Admin)).ShouldBeTrue();
        (await RowsAsync()).Select(row => row.Label).ShouldBe(["high", "negative", "high"]);
        await Should.ThrowAsync<ArgumentException>(() => Texts.CorrectAsync(new(Text, "soon", LabelKind.Urgency), Loop.Admin));

        var removed = await Texts.RemoveAsync(new LabelFilter(Text: "parcel"), Loop.Admin);
        (removed.Count, await Texts.PutBackAsync(removed, Loop.Admin), await Texts.PutBackAsync(removed, Loop.Admin)).ShouldBe((3, 3, 0));
    }

    [Fact]
    public async Task Readings_OfEachKind_GoThroughIndexes()
    {
        await AddAsync(LabelKind.Sentiment, 60);
        await TrainAsync();
        _plans.Lines.Clear();

        foreach (var kind in LabelKinds.All)
        {
            await Queries.TotalsAsync(kind);
            await Queries.SinceAsync(kind, 5);
            await Queries.ListAsync(new LabelFilter(kind), 9, 25, masked: false);
            await Queries.ListAsync(new LabelFilter(kind, "x", 5), null, 25, masked: false);
            await Versions.ListAsync(kind);
            await Versions.GetAsync(kind);
            await Versions.LastTextIdAsync(kind);
        }

        await Texts.CorrectAsync(new("a b", "high", LabelKind.Urgency), Loop.Admin);
        await TrainAsync();

        _plans.Scans.ShouldBeEmpty();
    }

    private LabelledTexts Texts => _loop.Get<LabelledTexts>();

    private LabelQueries Queries => _loop.Get<LabelQueries>();

    private ModelVersions Versions => _loop.Get<ModelVersions>();

    private UnderstoodText Read(string body) => _loop.Get<TriageDesk>().Read(new TriageText("", body), explain: true);

    private Task<AddedTexts> AddAsync(LabelKind kind, int count)
    {
        var made = SmallTexts.Make(count, 1);
        return Texts.AddAsync([.. made.Texts.Zip(made.Labels, (text, label) => new NewLabel(text, Labelled(kind, label), kind))], "texts.csv", Loop.Admin);
    }

    private static string Labelled(LabelKind kind, string label) => kind switch
    {
        LabelKind.Sentiment => Said[label].Sentiment,
        LabelKind.Urgency => Said[label].Urgency,
        _ => label,
    };

    /// <summary>Trains, and returns the words that it ends with.</summary>
    private async Task<List<string>> TrainAsync()
    {
        RunNote? last = null;
        await _loop.Get<TriageTraining>().RunAsync(new RunProgress((_, _, note) => Task.FromResult(last = note), CancellationToken.None));
        var words = new List<string>();
        for (; last is not null; last = last.Then)
            words.Add(last.Word);
        return words;
    }

    private async Task<List<LabelledText>> RowsAsync()
    {
        await using var db = await _loop.ContextAsync();
        return [.. (await db.LabelledTexts.AsNoTracking().ToListAsync()).OrderBy(row => row.Kind).ThenBy(row => row.Id)];
    }
}
