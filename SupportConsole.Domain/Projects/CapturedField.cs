namespace SupportConsole.Domain.Projects;

/// <summary>What a call found out, or should have.</summary>
/// <param name="Value">Null when the call holds none.</param>
/// <param name="Why">Why a completed call lacks a required field, as <see cref="MissingCause"/> names it.</param>
/// <param name="Asked">False when the call was counted before the project had the field.</param>
/// <param name="SaidIn">Which line of the transcript holds the value that was not captured, when one does.</param>
public sealed record CapturedField(string Key, string Label, string? Value, bool Required, string? Why, bool Asked, int? SaidIn = null);
