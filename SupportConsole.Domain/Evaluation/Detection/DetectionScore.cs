using System.Text.Json;
using System.Text.Json.Serialization;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>How right the cards were, over many simulated projects. Best-practice cards are none of it: they need no calls to be right.</summary>
public sealed class DetectionScore
{
    private int _true, _false, _rightCause, _problems, _found, _falseOnHealthy, _measured, _covered;
    private double _healthyWeeks;
    private readonly SortedDictionary<string, int> _falseBy = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DetectorScore> _detectors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ScenarioKind, (int Kept, int Promised)> _promises = [];

    /// <summary>Cards that named a problem that was there, of all cards.</summary>
    public double? Precision => Share(_true, _true + _false);

    /// <summary>Problems that got a card before they were mended, of all problems.</summary>
    public double? Recall => Share(_found, _problems);

    /// <summary>Of the cards on a real problem, those that named its cause.</summary>
    public double? RightCause => Share(_rightCause, _true);

    /// <summary>How often the 90 % interval of the measured effect held the true one.</summary>
    public double? IntervalCoverage => Share(_covered, _measured);

    /// <summary>How often the 90 % interval of the promise held the true effect, for cards with the right cause.</summary>
    public double? PredictedCoverage => Share(_promises.Values.Sum(of => of.Kept), _promises.Values.Sum(of => of.Promised));

    /// <summary>The same by what the project was there to try.</summary>
    public IReadOnlyDictionary<string, double?> PredictedCoverageBy =>
        _promises.ToDictionary(of => JsonNamingPolicy.SnakeCaseLower.ConvertName(of.Key.ToString()), of => Share(of.Value.Kept, of.Value.Promised));

    [JsonPropertyName("false_cards_per_100_project_weeks")]
    public double? FalseCardsPer100ProjectWeeks => _healthyWeeks == 0 ? null : Math.Round(_falseOnHealthy * 100 / _healthyWeeks, 3);

    public int Cards => _true + _false;

    public int Problems => _problems;

    /// <summary>False cards by the detector that made them.</summary>
    public IReadOnlyDictionary<string, int> FalseCardsBy => _falseBy;

    public IReadOnlyDictionary<string, DetectorScore> ByDetector => _detectors;

    [JsonPropertyName("healthy_project_weeks")]
    public int HealthyProjectWeeks => (int)_healthyWeeks;

    /// <param name="measured">The measured effect of mending a problem; null where too few calls tell.</param>
    public void Add(
        Scenario scenario, IReadOnlyList<ReplayedCard> cards, Func<ReplayedCard, (double Low, double High)> promise, Func<TrueProblem, Effect?> measured)
    {
        var problems = scenario.Truth.Problems;
        foreach (var card in cards)
        {
            var seen = problems.FirstOrDefault(problem => problem.IsNamedBy(card)) ?? problems.FirstOrDefault(problem => problem.IsSeenBy(card));
            Add(scenario.Truth.Kind, card, seen, promise);
        }

        if (problems.Count == 0)
        {
            _healthyWeeks += (scenario.To - scenario.From).TotalDays / 7;
            _falseOnHealthy += cards.Count;
        }

        foreach (var problem in problems)
        {
            Add(problem, cards, measured(problem));
        }
    }

    internal static double? Share(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);

    private void Add(ScenarioKind kind, ReplayedCard card, TrueProblem? seen, Func<ReplayedCard, (double Low, double High)> promise)
    {
        var named = seen?.IsNamedBy(card) == true;
        By(card.Finding.Detector).AddCard(seen is not null, named);
        if (seen is null)
        {
            _false++;
            _falseBy[card.Finding.Detector] = _falseBy.GetValueOrDefault(card.Finding.Detector) + 1;
            return;
        }

        _true++;
        _rightCause += named ? 1 : 0;
        if (named && seen.Effect is { } effect)
        {
            var (kept, promised) = _promises.GetValueOrDefault(kind);
            var (low, high) = promise(card);
            _promises[kind] = (kept + (low <= effect * 100 && effect * 100 <= high ? 1 : 0), promised + 1);
        }
    }

    private void Add(TrueProblem problem, IReadOnlyList<ReplayedCard> cards, Effect? measured)
    {
        _problems++;
        _found += cards.Any(problem.IsSeenBy) ? 1 : 0;
        if (DetectorScore.Of(problem) is { } detector)
        {
            By(detector).AddProblem(cards.Any(card => card.Finding.Detector == detector && problem.IsNamedBy(card)));
        }

        if (measured is not null && problem.Effect is { } effect)
        {
            _measured++;
            _covered += measured.Low <= effect * 100 && effect * 100 <= measured.High ? 1 : 0;
        }
    }

    private DetectorScore By(string detector) => _detectors.TryGetValue(detector, out var score) ? score : _detectors[detector] = new DetectorScore();
}
