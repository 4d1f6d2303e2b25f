using SupportConsole.Domain.Detection;

namespace SupportConsole.Domain.Settings;

/// <summary>The detection settings that a project may have of its own. The window and the sweep are the workspace's: every figure on every page goes by the same days.</summary>
public static class ProjectThresholds
{
    public static IReadOnlyList<SettingEntry> All { get; } = [.. new[]
        {
            nameof(DetectionOptions.SuccessThreshold), nameof(DetectionOptions.MissingThreshold), nameof(DetectionOptions.HangUpShare), nameof(DetectionOptions.HangUpLoss),
            nameof(DetectionOptions.TimingGain), nameof(DetectionOptions.ToneShare), nameof(DetectionOptions.Certainty), nameof(DetectionOptions.MinimumCalls),
        }.Select(name => Find(name)!)];

    public static SettingEntry? Find(string option) => SettingCatalogue.Find($"Detection:{option}");

    /// <summary>The option's name of a setting: "SuccessThreshold" of "Detection:SuccessThreshold".</summary>
    public static string NameOf(SettingEntry entry) => entry.Key[(entry.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
