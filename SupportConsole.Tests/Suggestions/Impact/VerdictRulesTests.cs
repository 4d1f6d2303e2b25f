using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Tests.Suggestions.Impact;

public sealed class VerdictRulesTests
{
    private const int CallsToJudge = 100;

    private static readonly VerdictRules Rules = new(new ImpactOptions(), CallsToJudge, CallsBefore: 20);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Theory]
    [InlineData(0.80, false, Verdict.Held)]
    [InlineData(0.79, false, Verdict.TooLittleData)]
    [InlineData(0.21, false, Verdict.TooLittleData)]
    [InlineData(0.19, false, Verdict.NotHeld)]
    [InlineData(0.99, true, Verdict.SideEffect)]
    [InlineData(0.01, true, Verdict.SideEffect)]
    public void Judge_OnEnoughCalls_SaysWhatTheCertaintySays(double certainty, bool worse, Verdict expected)
    {
        var (verdict, final) = Rules.Judge(looked: 0, CallsToJudge, certainty, worse, ended: false, Week);

        verdict.ShouldBe(expected);
        final.ShouldBe(expected != Verdict.TooLittleData);
    }

    [Theory]
    [InlineData(0, 99, false)]
    [InlineData(0, 100, true)]
    [InlineData(100, 199, false)]
    [InlineData(150, 199, false)]
    [InlineData(199, 200, true)]
    [InlineData(90, 230, true)]
    [InlineData(399, 400, true)]
    public void Judge_BetweenTwoLooks_WaitsHoweverClearItSeems(int looked, int calls, bool judged) =>
        Rules.Judge(looked, calls, certainty: 0.99, worse: false, ended: false, Week).Final.ShouldBe(judged);

    [Fact]
    public void Judge_StillOpenAfterFourTimesTheCalls_EndsAsTooLittleData()
    {
        Rules.Judge(looked: 390, 399, 0.5, false, false, Week).ShouldBe((Verdict.TooLittleData, false));
        Rules.Judge(looked: 399, 400, 0.5, false, false, Week).ShouldBe((Verdict.TooLittleData, true));
    }

    [Theory]
    [InlineData(49, Verdict.TooLittleData)]
    [InlineData(50, Verdict.Held)]
    public void Judge_AtTheEndOfThirtyDays_StillAsksFiftyCalls(int calls, Verdict expected) =>
        Rules.Judge(looked: calls, calls, certainty: 0.95, worse: false, ended: false, TimeSpan.FromDays(30)).ShouldBe((expected, true));

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(0.01, false)]
    [InlineData(0.5, true)]
    public void Judge_AgainstTooFewCallsBefore_IsNoVerdict(double certainty, bool worse) =>
        (Rules with { CallsBefore = 19 }).Judge(looked: 399, 400, certainty, worse, ended: false, Week).ShouldBe((Verdict.TooLittleData, true));

    [Theory]
    [InlineData(49, Verdict.TooLittleData)]
    [InlineData(50, Verdict.NotHeld)]
    public void Judge_TakenBackBeforeItsTime_IsFinalOnWhatThereIs(int calls, Verdict expected) =>
        Rules.Judge(looked: calls, calls, certainty: 0.05, worse: false, ended: true, Week).ShouldBe((expected, true));
}
