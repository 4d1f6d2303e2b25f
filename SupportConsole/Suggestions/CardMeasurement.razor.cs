using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Controls;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Shell;

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
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private SuggestionWording Wording { get; set; } = default!;

    [Inject]
    private IOptionsMonitor<ImpactOptions> Options { get; set; } = default!;

    [Inject]
    private IStringLocalizer<SuggestionWords> Words { get; set; } = default!;

    /// <summary>"before: since 14 Nov" where the rate changed then, and what was before that is left out.</summary>
    private string BeforeName => IsUndo ? Words["WithCard"]
        : Card.Applied?.Since is { } since ? Words["BeforeSince", Time.Local(since).ToString("d MMM", CultureInfo.CurrentCulture)]
        : Words["Before"];

    private bool IsUndo => Of == MeasurementOf.Undo;

    private ImpactOptions Limits => Options.CurrentValue;

    /// <summary>Of no calls there is no share.</summary>
    private string Share(int part, int whole) => whole == 0 ? "–" : Words["Share", Percent.Of(part, whole)];

    /// <summary>Why there will be no verdict, where it is not the calls themselves that leave it open; null otherwise.</summary>
    private string? NoVerdict(ImpactMeasurement judged) =>
        judged.Verdict != Verdict.TooLittleData ? null
        : Card.HasLostItsField(Card.Project!) ? Words["NoVerdict.Field"].Value
        : judged.BeforeTotal < Limits.MinimumBefore ? Words["NoVerdict.Before", judged.BeforeTotal, Limits.MinimumBefore].Value
        : judged.AfterTotal < Limits.MinimumCalls ? Words["NoVerdict.After", judged.AfterTotal, Limits.MinimumCalls].Value
        : null;

    private string Explained
    {
        get
        {
            var judge = Card.Predicted.CallsToJudge;
            if (Measurement is { Final: true } judged)
            {
                if (NoVerdict(judged) is { } why)
                    return why;
                var metric = judged.SideEffect is { } effect ? Wording.Watched(effect) : "";
                return IsUndo
                    ? Words[$"UndoText.{judged.Verdict}", metric]
                    : Words[$"VerdictText.{judged.Verdict}", judged.Verdict == Verdict.SideEffect ? metric : Wording.Chance(judged.Certainty)];
            }

            return Measurement?.AfterTotal >= judge
                ? Words["LookingOn", Measurement.AfterTotal, judge * Limits.PatienceFactor, Limits.MaximumDays]
                : Words["WatchedText", string.Join(", ", ImpactMeter.Watched(Card.Metric).Select(Wording.Watched))];
        }
    }
}
