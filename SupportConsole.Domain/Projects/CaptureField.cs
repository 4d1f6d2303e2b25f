namespace SupportConsole.Domain.Projects;

/// <summary>One thing a call should find out.</summary>
/// <param name="Key">The name in <c>fields</c> of a call: lower-case letters, digits, underscore.</param>
/// <param name="Label">What people call it, in the project's language.</param>
/// <param name="Required">Whether a completed call without it counts as missing data.</param>
public sealed record CaptureField(string Key, string Label, bool Required = true);
