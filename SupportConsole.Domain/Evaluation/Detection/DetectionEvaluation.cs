using Microsoft.Extensions.Options;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Judges the console's own cards on projects whose causes are known. No database and no network.</summary>
public sealed class DetectionEvaluation(
    IEnumerable<ICallDetector> detectors, ChangeCatalogue catalogue,
    IOptions<DetectionOptions> detection, IOptions<SuggestionOptions> suggestions, IOptions<ImpactOptions> impact)
{
    public DetectionScore Score(IEnumerable<Scenario> scenarios)
    {
        var replay = new ProjectReplay(detectors, detection.Value, suggestions.Value, impact.Value);
        var score = new DetectionScore();
        foreach (var scenario in scenarios)
        {
            var applied = scenario.Truth.AppliedAt;
            score.Add(scenario, replay.Cards(scenario), Promise, problem =>
                applied is { } at && problem.Effect is not null ? replay.Measure(scenario, at, problem.Metric, problem.Field) : null);
        }

        return score;
    }

    private (double Low, double High) Promise(ReplayedCard card)
    {
        var prior = ChangeCatalogue.Prior(catalogue.Find(card.Finding.Cause)!);
        var promised = SuggestionForecast.Of(card.Finding, card.Calls, prior, 0, suggestions.Value, impact.Value);
        return (promised.Low, promised.High);
    }
}
