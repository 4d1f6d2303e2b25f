using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Tests.Suggestions;

public sealed class SuggestionForecastTests
{
    private static readonly ImpactOptions Impact = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    public void CallsToJudge_HardlyAnyCallBefore_IsTheMost(int hits, int total) =>
        SuggestionForecast.CallsToJudge(new Rate(hits, total), 0.3, Impact).ShouldBe(Impact.MaximumCalls);

    [Fact]
    public void CallsToJudge_MoreCallsBefore_NeedsFewerAfter() =>
        SuggestionForecast.CallsToJudge(new Rate(400, 1000), 0.3, Impact).ShouldBeLessThan(SuggestionForecast.CallsToJudge(new Rate(40, 100), 0.3, Impact));
}
