namespace SupportConsole.Settings;

/// <summary>What somebody typed and did not save yet, and what was stored when they began: a change of somebody else since then shows.</summary>
public sealed record SettingEdit(string Text, string? Was);
