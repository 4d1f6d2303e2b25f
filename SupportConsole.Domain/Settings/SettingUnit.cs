namespace SupportConsole.Domain.Settings;

/// <summary>What a setting's value is counted in.</summary>
public enum SettingUnit
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>An IANA time zone.</summary>
    TimeZone,

    /// <summary>A share, kept as 0..1 and shown as a percentage.</summary>
    Share,
    Points,
    Calls,
    Events,
    Attempts,
    Times,
    Days,
    Weeks,
    Hours,
    Minutes,
    Seconds,
}
