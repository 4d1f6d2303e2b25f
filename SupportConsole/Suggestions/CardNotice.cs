using SupportConsole.Controls;

namespace SupportConsole.Suggestions;

/// <summary>Said on a card about what was just tried on it.</summary>
public sealed record CardNotice(long CardId, string Text, Tone Tone = Tone.Warning);
