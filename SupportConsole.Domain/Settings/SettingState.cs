namespace SupportConsole.Domain.Settings;

/// <summary>A setting as it is now.</summary>
/// <param name="Value">What holds, in invariant form.</param>
/// <param name="Stored">What was set on screen, if anything.</param>
/// <param name="FromFiles">What holds without it.</param>
/// <param name="Ignored">What was set on screen is no longer allowed, so what the files say holds.</param>
public sealed record SettingState(
    SettingEntry Entry, string Value, string? Stored, string FromFiles, SettingOrigin Origin, bool Ignored, string? ChangedBy, DateTime? ChangedAt);
