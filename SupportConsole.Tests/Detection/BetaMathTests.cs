using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using SupportConsole.Domain.Detection;

namespace SupportConsole.Tests.Detection;

public sealed class BetaMathTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(13, 29, 25, 17)]
    [InlineData(120, 60, 65, 97)]
    [InlineData(2, 200, 3, 180)]
    public void Difference_OfCounts_IsAboveZeroAsOftenAsTheClosedFormSays(int afterA, int afterB, int beforeA, int beforeB)
    {
        var difference = BetaMath.Difference(new Beta(afterA, afterB), new Beta(beforeA, beforeB));

        difference.ProbabilityAbove(0).ShouldBe(ProbabilityGreater(afterA, afterB, beforeA, beforeB), 0.002);
    }

    [Fact]
    public void Product_OfTwoShares_HasTheQuantilesOfAMillionDraws()
    {
        var random = new Random(7);
        var (lost, back) = (new Beta(72, 90, random), new Beta(6, 4, random));
        var drawn = Enumerable.Range(0, 1_000_000).Select(_ => lost.Sample() * back.Sample()).Order().ToArray();

        var product = BetaMath.Product(lost, back);

        product.Quantile(0.05).ShouldBe(drawn[50_000], 0.002);
        product.Quantile(0.5).ShouldBe(drawn[500_000], 0.002);
        product.Quantile(0.95).ShouldBe(drawn[950_000], 0.002);
    }

    [Fact]
    public void Quantile_OfADifference_StaysUnderItAsOftenAsAsked()
    {
        var difference = BetaMath.Difference(new Beta(120, 60), new Beta(65, 97));

        difference.ProbabilityBelow(difference.Quantile(0.05)).ShouldBe(0.05, 0.001);
        difference.ProbabilityBelow(difference.Quantile(0.95)).ShouldBe(0.95, 0.001);
    }

    [Fact]
    public void Interval_OverManySeededCampaigns_HoldsTheTrueEffectInNineOfTen()
    {
        const int Campaigns = 600;
        var random = new Random(11);
        var held = Enumerable.Range(0, Campaigns).Count(_ =>
        {
            var (before, after) = (random.NextDouble(), random.NextDouble());
            var difference = BetaMath.Difference(Seen(random, after, 150).Posterior, Seen(random, before, 80).Posterior);
            return after - before >= difference.Quantile(0.05) && after - before <= difference.Quantile(0.95);
        });

        ((double)held / Campaigns).ShouldBeInRange(0.87, 0.93);
    }

    private static Rate Seen(Random random, double rate, int calls) =>
        new(Enumerable.Range(0, calls).Count(_ => random.NextDouble() < rate), calls);

    /// <summary>P(Beta(a, b) > Beta(c, d)) for whole numbers, summed exactly (Miller, "Formulas for Bayesian A/B testing", 2015).</summary>
    private static double ProbabilityGreater(int a, int b, int c, int d) =>
        Enumerable.Range(0, a).Sum(i => Math.Exp(
            SpecialFunctions.BetaLn(c + i, d + b) - Math.Log(b + i) - SpecialFunctions.BetaLn(1 + i, b) - SpecialFunctions.BetaLn(c, d)));
}
