using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Retention;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Settings;

/// <summary>
/// What can be set on screen, in the order it is shown. A new line here also needs its name and reason in SettingWords.resx and
/// SettingWords.nl.resx; what is not here can only be set in appsettings.json or the environment.
/// </summary>
public static class SettingCatalogue
{
    public static IReadOnlyList<SettingEntry> All { get; } =
    [
        .. Of<WorkspaceOptions>(
            "Workspace",
            (nameof(WorkspaceOptions.Name), SettingUnit.Text),
            (nameof(WorkspaceOptions.TimeZone), SettingUnit.TimeZone),
            (nameof(WorkspaceOptions.Address), SettingUnit.Text)),
        .. Of<DetectionOptions>(
            "Detection",
            (nameof(DetectionOptions.SuccessThreshold), SettingUnit.Share),
            (nameof(DetectionOptions.MissingThreshold), SettingUnit.Share),
            (nameof(DetectionOptions.TimingGain), SettingUnit.Share),
            (nameof(DetectionOptions.HangUpShare), SettingUnit.Share),
            (nameof(DetectionOptions.HangUpLoss), SettingUnit.Share),
            (nameof(DetectionOptions.ToneShare), SettingUnit.Share),
            (nameof(DetectionOptions.Certainty), SettingUnit.Share),
            (nameof(DetectionOptions.MinimumCalls), SettingUnit.Calls),
            (nameof(DetectionOptions.WindowDays), SettingUnit.Days),
            (nameof(DetectionOptions.SweepSkipMinutes), SettingUnit.Minutes)),
        .. Of<SuggestionOptions>(
            "Suggestions",
            (nameof(SuggestionOptions.HighPoints), SettingUnit.Points),
            (nameof(SuggestionOptions.MediumPoints), SettingUnit.Points),
            (nameof(SuggestionOptions.MinutesPerSuccess), SettingUnit.Minutes),
            (nameof(SuggestionOptions.MinutesPerField), SettingUnit.Minutes),
            (nameof(SuggestionOptions.ExpireAfterDays), SettingUnit.Days),
            (nameof(SuggestionOptions.QuietDaysAfterReject), SettingUnit.Days),
            (nameof(SuggestionOptions.EvidenceStep), SettingUnit.Share)),
        .. Of<ImpactOptions>(
            "Impact",
            (nameof(ImpactOptions.KeptShare), SettingUnit.Share),
            (nameof(ImpactOptions.Certainty), SettingUnit.Share),
            (nameof(ImpactOptions.SideEffectCertainty), SettingUnit.Share),
            (nameof(ImpactOptions.MinimumCalls), SettingUnit.Calls),
            (nameof(ImpactOptions.MaximumCalls), SettingUnit.Calls),
            (nameof(ImpactOptions.PatienceFactor), SettingUnit.Times),
            (nameof(ImpactOptions.MaximumDays), SettingUnit.Days),
            (nameof(ImpactOptions.BeforeDays), SettingUnit.Days),
            (nameof(ImpactOptions.UndoTolerancePoints), SettingUnit.Points),
            (nameof(ImpactOptions.MeasureEverySeconds), SettingUnit.Seconds)),
        .. Of<IntakeOptions>(
            "Intake",
            (nameof(IntakeOptions.BatchSize), SettingUnit.Events),
            (nameof(IntakeOptions.MaxAttempts), SettingUnit.Attempts),
            (nameof(IntakeOptions.RetrySeconds), SettingUnit.Seconds),
            (nameof(IntakeOptions.IdleSeconds), SettingUnit.Seconds)),
        .. Of<TrainingOptions>(
            "Training",
            (nameof(TrainingOptions.SureFrom), SettingUnit.Share),
            (nameof(TrainingOptions.SuggestFrom), SettingUnit.Share),
            (nameof(TrainingOptions.Precision), SettingUnit.Share),
            (nameof(TrainingOptions.OutOfScopeShare), SettingUnit.Share),
            (nameof(TrainingOptions.OutOfScopeAnswered), SettingUnit.Share)),
        .. Of<RetentionOptions>(
            "Retention",
            (nameof(RetentionOptions.TranscriptDays), SettingUnit.Days),
            (nameof(RetentionOptions.CallDays), SettingUnit.Days)),
        .. Of<BackupOptions>(
            "Backup",
            (nameof(BackupOptions.EveryHours), SettingUnit.Hours),
            (nameof(BackupOptions.KeepDaily), SettingUnit.Days),
            (nameof(BackupOptions.KeepWeekly), SettingUnit.Weeks),
            (nameof(BackupOptions.WarnAfterHours), SettingUnit.Hours)),
    ];

    private static readonly Dictionary<string, SettingEntry> ByKey = All.ToDictionary(entry => entry.Key);

    public static SettingEntry? Find(string key) => ByKey.GetValueOrDefault(key);

    private static IEnumerable<SettingEntry> Of<TOptions>(string section, params (string Property, SettingUnit Unit)[] lines)
        where TOptions : new()
    {
        var defaults = new TOptions();
        return lines.Select(line => new SettingEntry(section, typeof(TOptions).GetProperty(line.Property)!, defaults, line.Unit));
    }
}
