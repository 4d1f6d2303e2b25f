using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>What applying did, and what is needed to take it back and to measure it.</summary>
/// <param name="BaseVersion">The instructions version it was applied to; its text is what undo restores.</param>
/// <param name="Version">The version that applying made.</param>
/// <param name="Before">The project's counts without the change: on the base version and those before it that read the same where it changes, frozen at the moment of apply.</param>
/// <param name="Required">Keys of the fields that were required then, which completeness was counted by; null of cards that an older build applied.</param>
/// <param name="Since">The day (UTC) on which the rate last changed before then, which <paramref name="Before"/> begins with; null when it did not.</param>
public sealed record AppliedChange(int BaseVersion, int Version, Baseline Before, IReadOnlyList<string>? Required = null, DateTime? Since = null)
{
    /// <summary>Whether completeness is still counted by the same fields, so that before and after can be compared.</summary>
    public bool RequiredTheSame(Project project) => Required is not null && Required.ToHashSet().SetEquals(project.RequiredFields().Select(field => field.Key));
}
