namespace SupportConsole.Domain.Settings;

/// <summary>Why a value is refused.</summary>
public enum SettingFaultKind
{
    Empty,
    TooLong,
    NotANumber,
    NotWhole,
    OutOfRange,

    /// <summary>It breaks a rule of its feature, such as one between two settings; the rule's own words say which.</summary>
    Rule,
}
