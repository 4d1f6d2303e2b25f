using System.Text.Json.Serialization;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>How right the cards were, over many simulated projects. Best-practice cards are none of it: they need no calls to be right.</summary>
public sealed class DetectionScore
{
    private int _true, _false, _rightCause, _problems, _found, _falseOnHealthy, _measured, _covered, _promised, _kept;
    private double _healthyWeeks;
    private readonly SortedDictionary<string, int> _falseBy = new(StringComparer.Ordinal);

    /// <summary>Cards that named a problem that was there, of all cards.</summary>
    public double? Precision => Share(_true, _true + _false);

    /// <summary>Problems that got a card before they were mended, of all problems.</summary>
    public double? Recall => Share(_found, _problems);

    /// <summary>Of the cards on a real problem, those that named its cause.</summary>
    public double? RightCause => Share(_rightCause, _true);

    /// <summary>How often the 90 % interval of the measured effect held the true one.</summary>
    public double? IntervalCoverage => Share(_covered, _measured);

    /// <summary>How often the 90 % interval of the promise held the true effect, for cards with the right cause.</summary>
    public double? PredictedCoverage => Share(_kept, _promised);

    [JsonPropertyName("false_cards_per_100_project_weeks")]
    public double? FalseCardsPer100ProjectWeeks => _healthyWeeks == 0 ? null : Math.Round(_falseOnHealthy * 100 / _healthyWeeks, 3);

    public int Cards => _true + _false;

    public int Problems => _problems;

    /// <summary>False cards by the detector that made them.</summary>
    public IReadOnlyDictionary<string, int> FalseCardsBy => _falseBy;

    [JsonPropertyName("healthy_project_weeks")]
    public int HealthyProjectWeeks => (int)_healthyWeeks;

    public void Add(Scenario scenario, IReadOnlyList<ReplayedCard> cards, Func<ReplayedCard, (double Low, double High)> promise, Effect? measured)
    {
        var truth = scenario.Truth;
        var right = cards.Where(card => IsTrue(card, truth)).ToList();
        _true += right.Count;
        _false += cards.Count - right.Count;
        foreach (var wrong in cards.Except(right))
        {
            _falseBy[wrong.Finding.Detector] = _falseBy.GetValueOrDefault(wrong.Finding.Detector) + 1;
        }

        _rightCause += right.Count(card => truth.Causes.Contains(card.Finding.Cause));
        if (!truth.IsProblem)
        {
            _healthyWeeks += (scenario.To - scenario.From).TotalDays / 7;
            _falseOnHealthy += cards.Count;
            return;
        }

        _problems++;
        _found += right.Count > 0 ? 1 : 0;
        if (truth.Effect is not { } effect)
        {
            return;
        }

        foreach (var (low, high) in right.Where(card => truth.Causes.Contains(card.Finding.Cause)).Select(promise))
        {
            _promised++;
            _kept += low <= effect * 100 && effect * 100 <= high ? 1 : 0;
        }

        _measured += measured is null ? 0 : 1;
        _covered += measured is not null && measured.Low <= effect * 100 && effect * 100 <= measured.High ? 1 : 0;
    }

    private static bool IsTrue(ReplayedCard card, ScenarioTruth truth) =>
        truth.IsProblem && card.At >= truth.Since && card.Finding.Metric == truth.Metric
            && (truth.Metric != Metric.FieldCaptured || card.Finding.Field?.Key == truth.Field);

    private static double? Share(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);
}
