using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>When a detector fires. Section "Detection".</summary>
public sealed class DetectionOptions
{
    /// <summary>Days of calls looked at, within the instructions version in force: long enough for a project with one call a day.</summary>
    [Range(1, 365)]
    public int WindowDays { get; set; } = 30;

    /// <summary>Where the window of a look at <paramref name="now"/> (UTC) begins: at midnight, so that it is whole days and today, and the days are summed once.</summary>
    public DateTime WindowStart(DateTime now) => now.Date.AddDays(-WindowDays);

    /// <summary>Below this a share says little about any project.</summary>
    [Range(5, 10_000)]
    public int MinimumCalls { get; set; } = 20;

    /// <summary>How sure it must be that the rate is past its threshold: at 0.9 one card in ten would be chance if every project stood on the line.</summary>
    [Range(0.5, 0.999)]
    public double Certainty { get; set; } = 0.9;

    /// <summary>A project under this share of completed calls has a problem.</summary>
    [Range(0.01, 0.99)]
    public double SuccessThreshold { get; set; } = 0.5;

    /// <summary>A required field missing in more than this share of completed calls is a problem.</summary>
    [Range(0.01, 0.99)]
    public double MissingThreshold { get; set; } = 0.3;

    /// <summary>Calling at better times must bring back more than this share of all calls: under one in twenty, a narrower calling window costs more than it gives.</summary>
    [Range(0.01, 0.99)]
    public double TimingGain { get; set; } = 0.05;

    /// <summary>Of the customers who hang up, more than this share must do so at one point: at three in five it outdoes everything else together, and two points alike are none.</summary>
    [Range(0.01, 0.99)]
    public double HangUpShare { get; set; } = 0.6;

    /// <summary>More than this share of all calls must be lost at that point: some customers always hang up, over one in ten the call itself is the reason.</summary>
    [Range(0.01, 0.99)]
    public double HangUpLoss { get; set; } = 0.1;

    /// <summary>Of the calls in which the customer speaks, more than this share must hold words about the tone: most say nothing of it, so one in ten stand for many.</summary>
    [Range(0.01, 0.99)]
    public double ToneShare { get; set; } = 0.1;

    /// <summary>The sweep leaves out projects that were checked this recently.</summary>
    [Range(1, 1440)]
    public int SweepSkipMinutes { get; set; } = 60;

    /// <summary>These with the project's own over them; the very same when it has none.</summary>
    public DetectionOptions With(ProjectDetection own)
    {
        if (own.Thresholds.Count == 0)
        {
            return this;
        }

        var options = Copy();
        foreach (var (name, value) in own.Thresholds)
        {
            if (typeof(DetectionOptions).GetProperty(name) is { } property)
            {
                property.SetValue(options, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
            }
        }

        return options;
    }

    /// <summary>Another one with the same values.</summary>
    internal DetectionOptions Copy() => (DetectionOptions)MemberwiseClone();
}
