using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using static SupportConsole.Tests.Detection.Snapshots;

namespace SupportConsole.Tests.Detection;

public sealed class ToneTests
{
    [Theory]
    [InlineData(ToneReaction.Pushy)]
    [InlineData(ToneReaction.Interrupting)]
    [InlineData(ToneReaction.TooFast)]
    [InlineData(ToneReaction.Cold)]
    public void Detector_ManyCustomersReact_NamesWhatMostOfThemSay(string kind)
    {
        var other = kind == ToneReaction.Cold ? ToneReaction.Pushy : ToneReaction.Cold;
        var finding = Find(
            Completed(70), Failed(30), Silent(70), Said(kind, FailureCause.LateHangUp, 18), Said(kind, "completed", 4), Said(other, FailureCause.LateHangUp, 5)).ShouldHaveSingleItem();

        (finding.Cause, finding.Lost, finding.Hits, finding.Total).ShouldBe(($"tone.{kind}", 18, 70, 100));
        finding.Causes.Select(cause => cause.Count).ShouldBe([22, 5]);
    }

    [Theory]
    [InlineData(88, 12)] // over a tenth, but it may well be chance
    [InlineData(500, 20)] // seldom
    [InlineData(5, 10)] // too few conversations
    public void Detector_NothingSureIsWrong_StaysQuiet(int silent, int said) =>
        Find(Completed(silent), Failed(said), Silent(silent), Said(ToneReaction.Pushy, FailureCause.LateHangUp, said)).ShouldBeEmpty();

    [Fact]
    public void Detector_NoSuchCallFailed_HasNothingToBringBack() =>
        Find(Completed(100), Silent(60), Said(ToneReaction.TooFast, "completed", 40)).ShouldBeEmpty();

    /// <summary>2,000 projects in which up to 5 % of the customers react: at most 1 % get a card.</summary>
    [Fact]
    public void Detector_TwoThousandHealthyProjects_StaysQuiet()
    {
        var random = new Random(4711);
        var fired = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var (calls, rate) = (20 + random.Next(1_000), 0.05 * random.NextDouble());
            var said = Enumerable.Range(0, calls).Count(_ => random.NextDouble() < rate);
            return Find(Completed(calls - said), Failed(said), Silent(calls - said), Said(ToneReaction.Pushy, FailureCause.LateHangUp, said)).Count > 0;
        });

        fired.ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public void LowSuccessRate_CallsLostToTheTone_AreNotCountedOnceMore()
    {
        (CallCountKind, string, int)[] counts =
        [
            Completed(20), Failed(80), Failure(FailureCause.LateHangUp, 50), Failure(FailureCause.NoAnswer, 30),
            Silent(40), Said(ToneReaction.Pushy, FailureCause.LateHangUp, 45),
        ];

        var finding = new LowSuccessRate().Find(Of(counts), new DetectionOptions()).ShouldHaveSingleItem();

        (finding.Cause, finding.Lost).ShouldBe(("success.no_answer", 30));
    }

    private static (CallCountKind Kind, string Value, int Count) Silent(int count) => (CallCountKind.ToneReaction, ToneReaction.None, count);

    private static (CallCountKind Kind, string Value, int Count) Said(string kind, string outcome, int count) => (CallCountKind.ToneReaction, $"{kind}|{outcome}", count);

    private static List<Finding> Find(params (CallCountKind, string, int)[] counts) => [.. new Tone().Find(Of(counts), new DetectionOptions())];
}
