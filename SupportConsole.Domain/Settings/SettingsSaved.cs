namespace SupportConsole.Domain.Settings;

public enum SettingsOutcome
{
    Done,
    NoChange,

    /// <summary>See the faults. Nothing was saved.</summary>
    Refused,

    /// <summary>Somebody else changed one of these meanwhile. Nothing was saved.</summary>
    Moved,
}

/// <summary>What became of a change of settings.</summary>
/// <param name="Undo">The changes that take it back.</param>
public sealed record SettingsSaved(SettingsOutcome Outcome, IReadOnlyList<SettingFault> Faults, IReadOnlyList<SettingChange> Undo)
{
    internal static SettingsSaved Of(SettingsOutcome outcome) => new(outcome, [], []);
}
