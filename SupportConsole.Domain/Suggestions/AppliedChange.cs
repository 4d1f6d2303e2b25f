using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>What applying did, and what is needed to take it back and to measure it.</summary>
/// <param name="BaseVersion">The instructions version it was applied to; its text is what undo restores.</param>
/// <param name="Version">The version that applying made.</param>
/// <param name="Before">The project's counts without the change: on the base version and those before it that read the same where it changes, frozen at the moment of apply.</param>
public sealed record AppliedChange(int BaseVersion, int Version, Baseline Before);
