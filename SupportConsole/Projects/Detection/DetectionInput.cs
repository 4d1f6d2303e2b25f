using System.Globalization;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Settings;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Detection;

/// <summary>A project's detection settings as they stand in the form.</summary>
internal sealed class DetectionInput
{
    /// <summary>The choices beside a detector: it looks, the mute stays as it is, or a mute of so many days.</summary>
    public const string Looks = "", Stays = "stays", Always = "always";

    public static readonly int[] Days = [7, 30];

    private static readonly Dictionary<string, string[]> ByDetector = new()
    {
        [LowSuccessRate.DetectorName] = [nameof(DetectionOptions.SuccessThreshold)],
        [MissingData.DetectorName] = [nameof(DetectionOptions.MissingThreshold)],
        [HangUps.DetectorName] = [nameof(DetectionOptions.HangUpShare), nameof(DetectionOptions.HangUpLoss)],
        [Timing.DetectorName] = [nameof(DetectionOptions.TimingGain)],
        [Tone.DetectorName] = [nameof(DetectionOptions.ToneShare)],
    };

    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<(string Detector, string? Field), string> _choices;
    private readonly ProjectDetection _before;

    public DetectionInput(ProjectDetection before, DateTime now)
    {
        _before = before;
        _texts = ProjectThresholds.All.Where(entry => before.Thresholds.ContainsKey(ProjectThresholds.NameOf(entry))).ToDictionary(
            ProjectThresholds.NameOf, entry => SettingText.Field(entry, before.Thresholds[ProjectThresholds.NameOf(entry)].ToString(CultureInfo.InvariantCulture)));
        _choices = before.Muted.Where(mute => mute.Holds(now)).ToDictionary(mute => (mute.Detector, mute.Field), _ => Stays);
    }

    /// <summary>What is muted next is muted for this reason.</summary>
    public string Why { get; set; } = "";

    /// <summary>Whether something stands in a field that is no value.</summary>
    public bool HasUnreadable => ProjectThresholds.All.Any(entry => Text(entry).Trim().Length > 0 && entry.Read(SettingText.Typed(entry, Text(entry))).Fault is not null);

    public static IEnumerable<SettingEntry> Of(string detector) => Entries(ByDetector.GetValueOrDefault(detector) ?? []);

    /// <summary>What goes for every detector.</summary>
    public static IEnumerable<SettingEntry> OfAll => Entries(nameof(DetectionOptions.Certainty), nameof(DetectionOptions.MinimumCalls));

    /// <summary>An option's value as it stands in a field.</summary>
    public static string Value(SettingEntry entry, DetectionOptions options) => SettingText.Field(
        entry, Convert.ToString(typeof(DetectionOptions).GetProperty(ProjectThresholds.NameOf(entry))!.GetValue(options), CultureInfo.InvariantCulture)!);

    public string Text(SettingEntry entry) => _texts.GetValueOrDefault(ProjectThresholds.NameOf(entry), "");

    public void Set(SettingEntry entry, string text) => _texts[ProjectThresholds.NameOf(entry)] = text;

    public string Choice(string detector, string? field) => _choices.GetValueOrDefault((detector, field), Looks);

    public void Choose(string detector, string? field, string choice) => _choices[(detector, field)] = choice;

    /// <summary>The name of a choice in the form.</summary>
    public static string NameOf(string detector, string? field) => $"mute:{detector}:{field}";

    /// <summary>What was in force when somebody began to type, to be compared.</summary>
    public static string BaseOf(ProjectDetection read) => string.Join(';', [
        .. read.Thresholds.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => FormattableString.Invariant($"{one.Key}={one.Value}")),
        .. read.Muted.Select(mute => FormattableString.Invariant($"{mute.Detector}:{mute.Field}:{mute.Until:O}")),
    ]);

    /// <summary>Takes back what the browser kept. A mute that is over meanwhile, or was lifted, does not come back with it.</summary>
    public void Restore(IReadOnlyDictionary<string, string> kept, IEnumerable<(string Detector, string? Field)> choices)
    {
        foreach (var entry in ProjectThresholds.All)
        {
            if (kept.TryGetValue(IdOf(entry), out var text))
                Set(entry, text);
        }

        foreach (var (detector, field) in choices)
        {
            if (kept.TryGetValue(NameOf(detector, field), out var choice) && IsChoice(choice) && (choice != Stays || Choice(detector, field) == Stays))
                Choose(detector, field, choice);
        }

        Why = kept.GetValueOrDefault("why", "");
    }

    /// <summary>What names a threshold's field in the form.</summary>
    public static string IdOf(SettingEntry entry) => $"threshold-{entry.Key.Replace(':', '-')}";

    private static bool IsChoice(string choice) => choice is Looks or Stays or Always || Days.Any(days => choice == days.ToString(CultureInfo.InvariantCulture));

    public DetectionDraft Draft(WorkspaceTime time) => new(
        ProjectThresholds.All.Where(entry => Text(entry).Trim().Length > 0)
            .ToDictionary(ProjectThresholds.NameOf, entry => SettingText.Typed(entry, Text(entry))),
        [.. _choices.Where(choice => choice.Value != Looks).Select(choice => Mute(choice.Key.Detector, choice.Key.Field, choice.Value, time))]);

    private MuteDraft Mute(string detector, string? field, string choice, WorkspaceTime time) => choice switch
    {
        Stays when _before.Muted.FirstOrDefault(mute => (mute.Detector, mute.Field) == (detector, field)) is { } held => new(detector, field, held.Until, held.Why),
        Always or Stays => new(detector, field, null, Why.Trim()),
        // To the end of a day as people here know it: what is typed meanwhile must not make it another mute.
        _ => new(detector, field, time.Utc(time.Today.AddDays(1 + int.Parse(choice, CultureInfo.InvariantCulture))), Why.Trim()),
    };

    private static IEnumerable<SettingEntry> Entries(params IEnumerable<string> names) => names.Select(name => SettingCatalogue.Find($"Detection:{name}")!);
}
