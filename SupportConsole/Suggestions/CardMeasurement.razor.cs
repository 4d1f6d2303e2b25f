using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Suggestions;

/// <summary>What applying a card, or undoing it, did so far: counts, the difference with its interval, and the verdict or the way to it.</summary>
public sealed partial class CardMeasurement
{
    [Parameter, EditorRequired]
    public Suggestion Card { get; set; } = default!;

    /// <summary>Null until it has been looked at once.</summary>
    [Parameter, EditorRequired]
    public ImpactMeasurement? Measurement { get; set; }

    [Parameter, EditorRequired]
    public MeasurementOf Of { get; set; }

    [Inject]
    private SuggestionWording Wording { get; set; } = default!;

    [Inject]
    private IOptionsMonitor<ImpactOptions> Options { get; set; } = default!;

    [Inject]
    private IStringLocalizer<SuggestionWords> Words { get; set; } = default!;

    private bool IsUndo => Of == MeasurementOf.Undo;

    private string Explained
    {
        get
        {
            var judge = Card.Predicted.CallsToJudge;
            if (Measurement is { Final: true } judged)
            {
                var metric = judged.SideEffect is { } effect ? Wording.Watched(effect) : "";
                return IsUndo
                    ? Words[$"UndoText.{judged.Verdict}", metric]
                    : Words[$"VerdictText.{judged.Verdict}", judged.Verdict == Verdict.SideEffect ? metric : Math.Clamp(judged.Certainty * 100, 0.1, 99.9)];
            }

            return Measurement?.AfterTotal >= judge
                ? Words["LookingOn", Measurement.AfterTotal, judge * Options.CurrentValue.PatienceFactor, Options.CurrentValue.MaximumDays]
                : Words["WatchedText", string.Join(", ", ImpactMeter.Watched(Card.Metric).Select(Wording.Watched))];
        }
    }
}
