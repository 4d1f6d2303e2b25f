using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;
using SupportConsole.Tests.Triage.Learning;

namespace SupportConsole.Tests.Triage.Models;

/// <summary>A model whose labels are categories answers in place of the rules, and takes no more of their place than it has learned.</summary>
public sealed class TrainedCategoryTests : IAsyncLifetime
{
    private static readonly string[] Names = ["billing", "account", "integration", "technical"];

    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Labels_ThatAreTheCategories_TakeThePlaceOfTheRules()
    {
        // "Parcel" is no word of any category: the rules say general, the history here says integration.
        Reading.Of("Where is the parcel?").Category.ShouldBe(TriageCategory.General);
        await TrainAsync(Made(160));

        var read = Read("Where is the package 12");

        read.Result.Category.ShouldBe(TriageCategory.Integration);
        read.Result.Categories.Sum().ShouldBe(1, 1e-5);
        read.Topic.ShouldNotBeNull().Decides.ShouldBeTrue();
        read.Topic!.Words.Select(word => word.Word).ShouldContain("package");
    }

    [Fact]
    public async Task Categories_WithoutALabelledText_KeepWhatTheRulesSay()
    {
        const string Text = "Feature request: please add dark mode, it would be nice, any plans on the roadmap?";
        await TrainAsync(Made(160));

        var read = Read(Text);

        read.Result.Category.ShouldBe(TriageCategory.Feature);
        var rules = Reading.Of(Text).Categories;
        foreach (var category in new[] { TriageCategory.Feature, TriageCategory.Documentation, TriageCategory.General })
            read.Result.Categories[(int)category].ShouldBe(rules[(int)category], 1e-5);
        read.Topic.ShouldNotBeNull().Given.Decision.ShouldNotBe(Decision.Auto);
    }

    [Fact]
    public async Task Label_LessSureThanIsSuggestedFrom_IsLeftToAPerson()
    {
        const string Text = "Where is the package 12";
        await TrainAsync(Made(160));
        var given = Read(Text).Topic.ShouldNotBeNull().Given;
        given.Decision.ShouldNotBe(Decision.Escalate);

        _loop.Get<IOptionsMonitor<TrainingOptions>>().CurrentValue.SuggestFrom = given.Confidence + 0.001;

        Read(Text).Topic.ShouldNotBeNull().Given.ShouldBe(given with { Decision = Decision.Escalate });
    }

    [Fact]
    public async Task Text_InWhichTheModelKnowsNothing_IsLeftToTheRules()
    {
        await TrainAsync(Made(160));

        Read("漢字").Result.Categories.ShouldBe(Reading.Of("漢字").Categories);
    }

    [Fact]
    public async Task Text_ThatBelongsToNoLabel_GivesItsChanceBackToTheRules()
    {
        await TrainAsync([.. Made(300), .. SmallTexts.Strangers(80, 1).Select(text => new NewLabel(text, "OOS"))]);

        Read("tell a joke about cats 7").Result.Category.ShouldBe(TriageCategory.General);
        Read("sing me a song 7").Topic.ShouldNotBeNull().Chances.ShouldNotContain(chance => chance.Label == "OOS"); // "OOS" is no label.
    }

    [Fact]
    public async Task Labels_InAnyCase_AreOneLabel()
    {
        await TrainAsync([.. Made(160).Select((text, i) => text with { Label = i % 3 == 0 ? $" {text.Label.ToUpperInvariant()}" : text.Label })]);

        Read("Where is the package 12").Topic.ShouldNotBeNull().Chances.Select(chance => chance.Label).ShouldBe(Names, ignoreOrder: true);
        await _loop.Get<LabelledTexts>().AddAsync([new("one", "Late parcel"), new("two", "late  PARCEL ")], "more.csv", Loop.Admin);
        await _loop.Get<LabelledTexts>().CorrectAsync(new("three", "LATE parcel"), Loop.Admin);
        (await _loop.Get<LabelQueries>().TotalsAsync(LabelKind.Topic)).Labels.Single(label => label.Label == "Late parcel").Texts.ShouldBe(3);
    }

    [Fact]
    public async Task Label_ThatIsNoCategoryOnAFewTexts_IsLeftOutAndNamed()
    {
        var note = await TrainAsync([.. Made(160), new("a biling thing 1", "biling"), new("a biling thing 2", "biling")]);

        Read("Where is the package 12").Topic.ShouldNotBeNull().Decides.ShouldBeTrue();
        note.Then.ShouldNotBeNull();
        (note.Then.Word, note.Then.Values).ShouldSatisfyAllConditions(told => told.Word.ShouldBe("training.outside"), told => told.Values.ShouldBe(["biling"]));
    }

    [Fact]
    public async Task Labels_OfWhichManyAreNoCategory_AreIntents()
    {
        await TrainAsync([.. Made(160), .. SmallTexts.Strangers(40, 1).Select(text => new NewLabel(text, "small talk"))]);

        var read = Read("Where is the package 12").Topic.ShouldNotBeNull();
        read.Decides.ShouldBeFalse();
        read.Chances.Select(chance => chance.Label).ShouldContain("small talk");
    }

    /// <summary>The rules leave out what the writer did not write now; so does the model, when it learns and when it answers.</summary>
    [Fact]
    public async Task Quotation_BelowAnAnswer_IsNeitherLearnedNorAnswered()
    {
        const string Quoted = "\n\nOn Monday, Ann wrote:\n> where is the package, my parcel has not arrived\n> track my shipment\n";
        await TrainAsync([.. Made(160).Select(text => text.Label == "integration" ? text : text with { Text = text.Text + Quoted })]);
        const string Body = "I want my money back 3" + Quoted;

        var read = Read(Body, "Your mail");

        read.Topic.ShouldNotBeNull().Given.Label.ShouldBe("billing");
        read.Topic.Given.ShouldBe(Read("I want my money back 3", "Your mail").Topic!.Given);
        read.Topic.Words.ShouldNotBeEmpty();
        read.Topic.Words.ShouldAllBe(word => $"Your mail\n{Body}".Substring(word.Start, word.Word.Length) == word.Word);
        Read("where is the package 3" + Quoted).Topic!.Given.Label.ShouldBe("integration");
    }

    [Fact]
    public async Task Quotation_AboveTheAnswer_LeavesThePlacesOfTheWordsRight()
    {
        const string Body = "Hello,\n> you charged me twice\nwhere is the package 3\n> refund\n";
        await TrainAsync(Made(160));

        var read = Read(Body);

        read.Topic.ShouldNotBeNull().Given.Label.ShouldBe("integration");
        read.Topic.Words.Select(word => word.Word).ShouldContain("package");
        read.Topic.Words.ShouldAllBe(word => Body.Substring(word.Start, word.Word.Length) == word.Word);
        read.Topic.Words.ShouldAllBe(word => word.Start > Body.IndexOf("twice", StringComparison.Ordinal) || word.Start < 6);
    }

    /// <summary>The page and the API read through the desk what anybody typed.</summary>
    [Fact]
    public async Task AnyText_ReadByTheDesk_IsAnsweredWithinItsRangesAndAgainTheSame()
    {
        await TrainAsync(Made(160));
        string[] pieces = ["refund", "package ", "> quoted\n", "On Monday, Ann wrote:\n", "\n", "-- \n", "Kind regards,\n", "\ud83d", "\u0000", "```\n", "!!", " "];
        var texts = Gen.OneOf(
            Gen.Elements(pieces).ListOf().Select(string.Concat),
            Gen.Choose(0, 0xFFFF).Select(code => (char)code).ListOf().Select(chars => new string([.. chars]))).ToArbitrary();
        var clock = Stopwatch.StartNew();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(texts, texts, (subject, body) =>
        {
            var (once, again) = (Read(body, subject), Read(body, subject));
            once.Result.Categories.Sum().ShouldBe(1, 1e-5);
            once.Result.Categories.ShouldAllBe(chance => chance >= 0 && chance <= 1);
            once.Result.Categories.ShouldBe(again.Result.Categories);
            var answer = once.Topic.ShouldNotBeNull();
            answer.Given.ShouldBe(again.Topic!.Given);
            answer.Chances.Sum(chance => chance.Chance).ShouldBe(1, 1e-4);
            var whole = subject.Length == 0 ? body : $"{subject}\n{body}";
            answer.Words.ShouldAllBe(word => whole.Substring(word.Start, word.Word.Length) == word.Word);
        }));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1)); // a second on an idle machine
    }

    private static IEnumerable<NewLabel> Made(int count)
    {
        var made = SmallTexts.Make(count, 1);
        return made.Texts.Zip(made.Labels, (text, label) => new NewLabel(text, Names[SmallTexts.Labels.ToList().IndexOf(label)]));
    }

    private UnderstoodText Read(string body, string subject = "") => _loop.Get<TriageDesk>().Read(new TriageText(subject, body), explain: true);

    private async Task<RunNote> TrainAsync(IEnumerable<NewLabel> texts)
    {
        await _loop.Get<LabelledTexts>().AddAsync([.. texts], "texts.csv", Loop.Admin);
        RunNote? last = null;
        await _loop.Get<TriageTraining>().RunAsync(new RunProgress((_, _, note) => Task.FromResult(last = note), CancellationToken.None));
        return last.ShouldNotBeNull().Then.ShouldNotBeNull(); // Before it stands what it is about.
    }
}
