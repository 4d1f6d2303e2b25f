namespace SupportConsole.Domain.Settings;

/// <summary>One setting as somebody wants it.</summary>
/// <param name="Key">The configuration key.</param>
/// <param name="Value">In invariant form ("0.4"); null takes back what was set on screen.</param>
/// <param name="Was">What was set on screen when they looked, null for nothing: a change of somebody else in between is not overwritten.</param>
public sealed record SettingChange(string Key, string? Value, string? Was);
