using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class SuggestionKindTests
{
    [Fact]
    public async Task EveryDetector_HasAKindOfCard()
    {
        await using var host = new ConsoleHost();
        var detectors = host.Services.GetServices<ICallDetector>().ToList();

        detectors.Count.ShouldBeGreaterThan(5);
        detectors.Select(detector => SuggestionKinds.Of(detector.Name)).Distinct().Order().ShouldBe(Enum.GetValues<SuggestionKind>());
    }
}
