using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Suggestions;

/// <summary>How cards are made. Section "Suggestions".</summary>
public sealed class SuggestionOptions
{
    /// <summary>Minutes of people's time that a successful call saves (S3).</summary>
    [Range(0.1, 600)]
    public double MinutesPerSuccess { get; set; } = 3;

    /// <summary>Minutes to find out afterwards what a call did not capture: looking it up or calling back.</summary>
    [Range(0.1, 600)]
    public double MinutesPerField { get; set; } = 2;

    /// <summary>A project's calls a month are reckoned over this many days at least: its first day says little of a month, and a week holds each weekday once.</summary>
    [Range(1, 30)]
    public int PaceDays { get; set; } = 7;

    /// <summary>From this many predicted points a card is high priority: a tenth of all calls is worth interrupting somebody.</summary>
    [Range(0.1, 100)]
    public double HighPoints { get; set; } = 10;

    /// <summary>From this many predicted points a card is medium priority.</summary>
    [Range(0.1, 100)]
    public double MediumPoints { get; set; } = 4;

    /// <summary>Days without the finding after which an open card expires.</summary>
    [Range(1, 365)]
    public int ExpireAfterDays { get; set; } = 7;

    /// <summary>Days for which a rejected problem is not proposed again.</summary>
    [Range(0, 365)]
    public int QuietDaysAfterReject { get; set; } = 14;

    /// <summary>Longer than a year is for ever, and a project of a year ago is another one.</summary>
    private const int MostQuietDays = 365;

    /// <summary>How long a problem rests that was put to rest so many times before: twice as long each time.</summary>
    public int QuietDays(int before) => (int)Math.Min(MostQuietDays, QuietDaysAfterReject * Math.Pow(2, before));

    /// <summary>An open card's evidence is written again when it has grown by this share; every call would only wear the disk and the eyes.</summary>
    [Range(0, 1)]
    public double EvidenceStep { get; set; } = 0.05;

    /// <summary>An open card keeps its cause while that explains this share of what the leading cause does: near-equal causes would change places all day.</summary>
    [Range(0.1, 1)]
    public double CauseShare { get; set; } = 0.7;

    /// <summary>The hour of the morning, on the workspace's clock, at which a snoozed card opens again: there when the day's work starts.</summary>
    [Range(0, 23)]
    public int SnoozeHour { get; set; } = 8;
}
