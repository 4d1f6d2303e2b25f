using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Tests.Triage.Learning;

public sealed class DecisionTests
{
    /// <summary>A tenth of the labels is drawn by chance, so no model can be right more often than in 93 of 100: what goes out by itself must be chosen.</summary>
    [Theory]
    [InlineData(0.8, 1200)]
    [InlineData(0.9, 800)]
    public void Auto_OnNewTraffic_KeepsTheChosenPrecisionAndAnswersMuch(double precision, int least)
    {
        var model = TextModelTraining.Train(SmallTexts.Make(1200, 1, 0.1), new LearningOptions { Precision = precision }, strangers: SmallTexts.Strangers(100, 1));
        var (asked, strangers) = (SmallTexts.Make(1600, 2, 0.1), SmallTexts.Strangers(400, 3));

        var right = asked.Texts.Zip(asked.Labels).Select(pair => (Answer: model.Classify(pair.First), pair.Second))
            .Where(pair => pair.Answer.Decision == Decision.Auto).Select(pair => pair.Answer.Label == pair.Second)
            .Concat(strangers.Where(text => model.Classify(text).Decision == Decision.Auto).Select(_ => false)).ToList();

        right.Count.ShouldBeGreaterThanOrEqualTo(least);
        // Three standard errors of so many answers.
        right.Average(hit => hit ? 1.0 : 0).ShouldBeGreaterThan(precision - (3 * Math.Sqrt(precision * (1 - precision) / right.Count)));
    }

    [Fact]
    public void Auto_WhereTheTextsAreClear_AnswersMostOfThem()
    {
        var model = TextModelTraining.Train(SmallTexts.Make(600, 1), new LearningOptions(), strangers: SmallTexts.Strangers(100, 1));
        var asked = SmallTexts.Make(200, 2);

        asked.Texts.Count(text => model.Classify(text).Decision == Decision.Auto).ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Confidence_OnNewTexts_IsHowOftenTheAnswerIsRight()
    {
        var model = TextModelTraining.Train(SmallTexts.Make(1200, 1, 0.3), new LearningOptions());
        var asked = SmallTexts.Make(2000, 2, 0.3);
        var answers = asked.Texts.Select(text => model.Classify(text)).ToList();

        Measures.CalibrationError(answers.ConvertAll(answer => (double)answer.Confidence), [.. answers.Zip(asked.Labels).Select(pair => pair.First.Label == pair.Second)])
            .ShouldBeLessThan(0.08);
    }

    [Fact]
    public void Threshold_WithTooFewAnswersToProveIt_LetsNothingGoOut() =>
        AutoThreshold.Choose([0.99f, 0.98f], [true, true], [1, 1], 0.95, [false, false], 1).ShouldBe(2);

    [Fact]
    public void Threshold_WithStrangersAmongTheSure_StaysAboveThem()
    {
        float[] trust = [.. Enumerable.Range(0, 200).Select(i => 0.999f - (i * 0.0001f))];
        var stranger = trust.Select((_, i) => i >= 100 && i % 10 == 0).ToList();

        var from = AutoThreshold.Choose(trust, [.. stranger.Select(one => !one)], [.. trust.Select(_ => 1.0)], 0.5, stranger, 0.25);

        trust.Where((_, i) => stranger[i]).Count(value => value >= from).ShouldBe(2);
    }

    [Fact]
    public void Balance_OfARareLabel_FindsWhatAccuracyWouldMiss()
    {
        var texts = SmallTexts.Make(800, 4);
        var rare = texts.At(Enumerable.Range(0, texts.Count).Where(row => texts.Labels[row] != "refund" || row % 10 == 0));
        var model = TextModelTraining.Train(rare, new LearningOptions { EveryLabelAlike = true, FloorLabel = "refund", FloorRecall = 0.9 });
        var asked = SmallTexts.Make(300, 5);

        Measures.Recall(asked.Labels, [.. asked.Texts.Select(text => model.Classify(text).Label)], "refund").ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void Comparison_OfModels_SaysWhichIsBetterOnlyWhenItIsNotLuck()
    {
        var good = TextModelTraining.Train(SmallTexts.Make(400, 1), new LearningOptions());
        var poor = TextModelTraining.Train(SmallTexts.Make(400, 1, 0.97), new LearningOptions());
        var asked = SmallTexts.Make(200, 7);

        ModelComparison.Of(good, poor, asked).Result.ShouldBe(ComparisonResult.Better);
        ModelComparison.Of(poor, good, asked).Result.ShouldBe(ComparisonResult.Worse);
        ModelComparison.Of(good, good, asked).Result.ShouldBe(ComparisonResult.Undecided);
        (ModelComparison.Of(good, good, asked).IsAsGood, ModelComparison.Of(poor, good, asked).IsAsGood).ShouldBe((true, false));
        // Far fewer right, and by so few texts no proof of it: still no reason to take over.
        var few = ModelComparison.Of(poor, good, asked.At(Enumerable.Range(0, 6)));
        (few.Result, few.IsAsGood).ShouldBe((ComparisonResult.Undecided, false));
    }

    [Theory]
    [InlineData(100, 95, true)]
    [InlineData(100, 92, true)]
    [InlineData(100, 90, false)]
    [InlineData(3, 2, true)]
    [InlineData(0, 0, true)]
    public void Promise_OnHeldOutTexts_IsBrokenOnlyWhenItIsNotLuck(int answered, int right, bool kept) => new PrecisionPromise(0.95, answered, right).IsKept.ShouldBe(kept);

    [Fact]
    public void Promise_CountsStrangersThatAreAnsweredAsWrong()
    {
        Classification Auto(string label) => new(label, 1, Decision.Auto);

        PrecisionPromise.Of(0.9, HeldOutReport.Of(["a", "a", "oos", "b"], [Auto("a"), Auto("b"), Auto("a"), new("b", 1, Decision.Suggest)])).ShouldBe(new PrecisionPromise(0.9, 3, 1));
    }
}
