using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Tests.Triage.Learning;

public sealed class TextModelTests
{
    private static readonly string[] Pieces =
        ["refund", " ", "É", "\ud83d", "\ude42", "🙂", "\0", "\u200d", "ﷺ", "漢字", "'", "don't", "\n", "!!!", "\u0301", "ǅ", "0123456789", "Straße", ""];

    /// <summary>Pieces that mean something to the reader, and any code units in any order.</summary>
    private static readonly Arbitrary<string> Texts = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ListOf().Select(chars => new string([.. chars]))).ToArbitrary();

    private static readonly TextModel Model = TextModelTraining.Train(SmallTexts.Make(400, 1), new LearningOptions(), strangers: SmallTexts.Strangers(60, 1));

    /// <summary>One message that stops the triage would stop all that came in behind it.</summary>
    [Fact]
    public void Classify_OfAnyText_AnswersAndAnswersTheSameAgain() =>
        Prop.ForAll(Texts, text =>
        {
            var answer = Model.Classify(text);
            return Model.Labels.Contains(answer.Label) && answer.Confidence is >= 0 and <= 1 && Model.Classify(text) == answer && Explanation.Of(Model, text).Count <= 100;
        }).QuickCheckThrowOnFailure();

    /// <summary>Explaining asks the model once for each word; of a text without end it stops.</summary>
    [Theory]
    [InlineData("a ")]
    [InlineData("refund ")]
    [InlineData("\ud83d\ude42")]
    [InlineData("\ud83d ")]
    [InlineData("!?")]
    public void Explanation_OfAMegabyte_TakesBoundedTime(string piece)
    {
        var endless = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        Explanation.Of(Model, endless).Count.ShouldBeLessThanOrEqualTo(100);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30)); // a tenth of a second on an idle machine
    }

    [Fact]
    public void Classify_OfAMegabyteOfEmoji_ReadsNoFurtherThanItsLimit()
    {
        var endless = string.Concat(Enumerable.Repeat("🙂🙃", 250_000));

        Model.Classify(endless).ShouldBe(Model.Classify(endless.AsSpan(0, TextModel.MostCharacters)));
    }

    [Fact]
    public void Classify_OfATextWithoutAnythingKnown_IsLeftToAPerson()
    {
        Model.Classify("").Decision.ShouldBe(Decision.Escalate);
        Model.Classify("\ud83d").Decision.ShouldBe(Decision.Escalate);
        Model.Classify("漢字").Decision.ShouldBe(Decision.Escalate);
    }

    [Fact]
    public void Classify_OfNewMessages_IsFarBetterThanTheMajority()
    {
        var asked = SmallTexts.Make(300, 2);

        var right = asked.Texts.Zip(asked.Labels).Count(pair => Model.Classify(pair.First).Label == pair.Second);

        right.ShouldBeGreaterThan(285);
    }

    [Fact]
    public void Classify_OfStrangers_IsLessSureThanOfMessages()
    {
        var own = SmallTexts.Make(100, 3).Texts.Select(text => (double)Model.Classify(text).Confidence).ToList();
        var strangers = SmallTexts.Strangers(100, 4);

        Measures.Auroc(own, [.. strangers.Select(text => (double)Model.Classify(text).Confidence)]).ShouldBeGreaterThan(0.97);
        strangers.Count(text => Model.Classify(text).Decision == Decision.Auto).ShouldBeLessThan(15); // 7 are promised; that of a hundred so many go wrong is luck.
    }

    [Fact]
    public void Training_OnTheSameTexts_GivesTheSameModel()
    {
        var train = SmallTexts.Make(120, 5);
        var (one, other) = (TextModelTraining.Train(train, new LearningOptions()), TextModelTraining.Train(train, new LearningOptions()));

        SmallTexts.Make(50, 6).Texts.ShouldAllBe(text => one.Classify(text) == other.Classify(text));
        one.Facts.DataHash.ShouldBe(other.Facts.DataHash);
    }

    [Theory]
    [InlineData("", "There are no labelled texts")]
    [InlineData("refund", "There is one label, \"refund\"")]
    public void Training_OnFewerThanTwoLabels_SaysWhatIsMissing(string label, string message) =>
        Should.Throw<InvalidDataException>(() => TextModelTraining.Train(new TrainingTexts(label.Length > 0 ? ["a", "b"] : [], label.Length > 0 ? [label, label] : []), new LearningOptions()))
            .Message.ShouldContain(message);

    [Fact]
    public void Training_OnOneTextOfEachLabel_AnswersWithoutActingByItself()
    {
        var model = TextModelTraining.Train(new TrainingTexts(["my parcel is late", "refund me"], ["delivery", "refund"]), new LearningOptions());

        model.Classify("where is my parcel").Label.ShouldBe("delivery");
        model.Classify("where is my parcel").Decision.ShouldNotBe(Decision.Auto);
    }

    [Fact]
    public void Explanation_OfAnAnswer_NamesTheWordsThatLedToIt()
    {
        const string text = "Good morning, my parcel has not arrived 12";

        var words = Explanation.Of(Model, text);

        words.Take(3).Select(word => word.Word).ShouldContain("parcel");
        words.Take(3).Select(word => word.Word).ShouldNotContain("Good");
        words.ShouldAllBe(word => text.Substring(word.Start, word.Word.Length) == word.Word);
    }
}
