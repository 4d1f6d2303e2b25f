using System.Globalization;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Settings;

/// <summary>Detection settings of a project as somebody typed or sent them. Every part may be wrong until <see cref="Check"/> has passed.</summary>
/// <param name="Thresholds">Values in invariant form by option name; an empty one is the workspace's.</param>
public sealed record DetectionDraft(IReadOnlyDictionary<string, string> Thresholds, IReadOnlyList<MuteDraft> Muted)
{
    private const int WhyLength = 500;

    /// <summary>Mutes that were there before what is there now: when they come back, it is as who set them and when.</summary>
    private IReadOnlyList<DetectorMute> Signed { get; init; } = [];

    /// <summary>What is wrong, by field: "thresholds.SuccessThreshold", "muted[0].detector".</summary>
    public FieldErrors Check(Project project, IReadOnlyCollection<string> detectors)
    {
        var errors = new FieldErrors();
        foreach (var (name, text) in Thresholds)
        {
            var fault = ProjectThresholds.All.FirstOrDefault(entry => ProjectThresholds.NameOf(entry) == name) is not { } entry
                ? $"A project has no such threshold. Use {string.Join(", ", ProjectThresholds.All.Select(ProjectThresholds.NameOf))}."
                : text.Trim().Length > 0 && entry.Read(text).Fault is { } wrong ? Text(entry, wrong) : null;
            errors.AddWhen(fault is not null, $"thresholds.{name}", fault ?? "");
        }

        foreach (var (index, mute) in Muted.Index())
        {
            errors.AddWhen(!detectors.Contains(mute.Detector), $"muted[{index}].detector", $"There is no such detector. Use one of {string.Join(", ", detectors)}.");
            errors.AddWhen(
                mute.Field is not null && !project.CaptureFields.Exists(field => field.Key == mute.Field), $"muted[{index}].field", "The project captures no such field.");
            errors.AddWhen(
                Muted.Take(index).Any(other => (other.Detector, other.Field) == (mute.Detector, mute.Field)), $"muted[{index}].detector", "This is muted twice.");
            errors.AddWhen(mute.Why.Length > WhyLength, $"muted[{index}].why", $"At most {WhyLength} characters.");
        }

        return errors;
    }

    /// <summary>The settings it stands for; a mute that was there before keeps who set it and when.</summary>
    public ProjectDetection Read(ProjectDetection before, string who, DateTime now) => new()
    {
        Thresholds = Thresholds.Where(one => one.Value.Trim().Length > 0)
            .ToDictionary(one => one.Key, one => double.Parse(Entry(one.Key).Read(one.Value).Text, CultureInfo.InvariantCulture)),
        Muted =
        [
            .. Muted.Select(mute => before.Muted.Concat(Signed).FirstOrDefault(old => (old.Detector, old.Field, old.Until, old.Why) == (mute.Detector, mute.Field, mute.Until, mute.Why))
                ?? new DetectorMute(mute.Detector, mute.Field, mute.Until, mute.Why, who, now)),
        ],
    };

    public static DetectionDraft Of(ProjectDetection settings) => new(
        settings.Thresholds.ToDictionary(one => one.Key, one => one.Value.ToString(CultureInfo.InvariantCulture)),
        [.. settings.Muted.Select(mute => new MuteDraft(mute.Detector, mute.Field, mute.Until, mute.Why))])
    {
        Signed = settings.Muted,
    };

    private static SettingEntry Entry(string name) => ProjectThresholds.All.First(entry => ProjectThresholds.NameOf(entry) == name);

    private static string Text(SettingEntry entry, SettingFault fault) => fault.Kind switch
    {
        SettingFaultKind.NotWhole => "This must be a whole number.",
        SettingFaultKind.OutOfRange => string.Create(CultureInfo.InvariantCulture, $"Use {entry.Min} to {entry.Max}."),
        _ => "This must be a number.",
    };
}

/// <inheritdoc cref="DetectorMute"/>
public sealed record MuteDraft(string Detector, string? Field, DateTime? Until, string Why);
